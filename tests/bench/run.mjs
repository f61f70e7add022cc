import { readdirSync } from "node:fs";
import { parseArgs } from "node:util";

const SUFFIX = ".bench.ts";
const known = readdirSync(import.meta.dirname ?? ".")
  .filter((file) => file.endsWith(SUFFIX))
  .map((file) => file.slice(0, -SUFFIX.length))
  .sort();

function wanted() {
  const { values, positionals } = parseArgs({
    options: { json: { type: "boolean", default: false } },
    allowPositionals: true,
  });
  const unknown = positionals.filter((name) => !known.includes(name));
  if (unknown.length > 0)
    throw new Error(`There is no bench called ${unknown.join(", ")}. Known: ${known.join(", ")}.`);
  return { json: values.json, names: positionals.length > 0 ? positionals : known };
}

async function figuresOf(name, tell) {
  const bench = await import(`./${name}${SUFFIX}`);
  const figures = [];
  for await (const figure of await bench.run()) {
    figures.push({ bench: name, ...figure });
    tell(figures.at(-1));
  }
  return figures;
}

function row({ bench, case: title, ours, floor, unit, ratio, limit, ok }) {
  return [
    bench.padEnd(8),
    title.padEnd(32),
    `${rounded(ours)} ${unit}`.padStart(14),
    `${rounded(floor)} ${unit}`.padStart(14),
    (ratio === null ? "" : rounded(ratio)).padStart(8),
    (limit === null ? "" : rounded(limit)).padStart(8),
    ok ? "  ok" : "  TOO MUCH",
  ].join("");
}

function rounded(number) {
  return number.toLocaleString("en-US", { maximumFractionDigits: number < 10 ? 2 : 1 });
}

try {
  if (!process.features.typescript)
    throw new Error("The benches need Node 24, which npm start or npm test installs. Run one of them first.");
  const { json, names } = wanted();
  if (!json)
    console.log(
      `${"bench".padEnd(8)}${"case".padEnd(32)}${"ours".padStart(14)}${"floor".padStart(14)}${"ratio".padStart(8)}${"limit".padStart(8)}`,
    );
  const figures = [];
  for (const name of names) {
    figures.push(
      ...(await figuresOf(name, (figure) => console.log(json ? JSON.stringify(figure) : row(figure)))),
    );
  }
  process.exitCode = figures.every(({ ok }) => ok) ? 0 : 1;
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
