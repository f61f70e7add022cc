// npm run bench [-- NAME…] [--json]: each NAME is a file tests/bench/NAME.bench.ts.
import { readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";

const SUFFIX = ".bench.ts";

const known = readdirSync(fileURLToPath(new URL(".", import.meta.url)))
  .filter((file) => file.endsWith(SUFFIX))
  .map((file) => file.slice(0, -SUFFIX.length))
  .sort();

const { values, positionals } = parseArgs({
  args: process.argv.slice(2),
  options: { json: { type: "boolean", default: false } },
  allowPositionals: true,
  strict: false,
});
const asked = positionals.length > 0 ? positionals : known;
const unknown = [
  ...asked.filter((name) => !known.includes(name)),
  ...Object.keys(values).flatMap((option) => (option === "json" ? [] : [`--${option}`])),
];

if (unknown.length > 0) {
  leave(`There is no bench called ${unknown.join(" or ")}. Name any of these: ${known.join(", ")}.`);
} else if (!process.features.typescript) {
  leave("The benches need Node 24. npm start and npm test install it: run one of them first.");
} else {
  if (!values.json) console.log(columns("bench", "case", "ours", "floor", "ratio", "limit"));
  for (const name of asked) await tell(name);
}

async function tell(name) {
  const bench = await import(`./${name}${SUFFIX}`);
  for await (const figure of await bench.run()) {
    console.log(values.json ? JSON.stringify({ bench: name, ...figure }) : row(name, figure));
    if (!figure.ok) process.exitCode = 1;
  }
}

function row(name, { case: title, ours, floor, unit, ratio, limit, ok }) {
  const amounts = [ours, floor].map((amount) => `${rounded(amount)} ${unit}`);
  return `${columns(name, title, ...amounts, rounded(ratio), rounded(limit))}  ${ok ? "ok" : "TOO MUCH"}`;
}

function columns(bench, title, ours, floor, ratio, limit) {
  const numbers = [ours.padStart(14), floor.padStart(14), ratio.padStart(8), limit.padStart(8)];
  return bench.padEnd(8) + title.padEnd(32) + numbers.join("");
}

function rounded(number) {
  return number?.toLocaleString("en-US", { maximumFractionDigits: number < 10 ? 2 : 1 }) ?? "";
}

function leave(sentence) {
  console.error(sentence);
  process.exitCode = 1;
}
