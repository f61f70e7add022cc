import { readdirSync } from "node:fs";
import { parseArgs } from "node:util";
import "#tests/support/read-letters.ts";
import type { Figure } from "./figure.ts";

const SUFFIX = ".bench.ts";

const known = readdirSync(import.meta.dirname)
  .filter((file) => file.endsWith(SUFFIX))
  .map((file) => file.slice(0, -SUFFIX.length))
  .sort();

const { values: said, positionals: named } = parseArgs({
  allowPositionals: true,
  options: { json: { type: "boolean", default: false } },
  strict: false,
});
const options = Object.keys(said).filter((option) => option !== "json");
const unknown = [...named.filter((name) => !known.includes(name)), ...options.map((option) => `--${option}`)];

if (unknown.length > 0) {
  console.error(`There is no bench called ${unknown.join(" or ")}. Name any of these: ${known.join(", ")}.`);
  process.exitCode = 1;
} else {
  if (!said.json) console.log(columns("bench", "case", "ours", "floor", "ratio", "limit"));
  for (const name of named.length > 0 ? named : known) await tell(name);
}

async function tell(name: string): Promise<void> {
  const bench: { run(): AsyncIterable<Figure> | Promise<Figure[]> } = await import(`./${name}${SUFFIX}`);
  for await (const figure of await bench.run()) {
    console.log(said.json ? JSON.stringify({ bench: name, ...figure }) : row(name, figure));
    if (!figure.ok) process.exitCode = 1;
  }
}

function row(name: string, { case: title, ours, floor, unit, ratio, limit, ok }: Figure): string {
  const told = columns(
    name,
    title,
    `${rounded(ours)} ${unit}`,
    `${rounded(floor)} ${unit}`,
    rounded(ratio),
    rounded(limit),
  );
  return `${told}  ${ok ? "ok" : "TOO MUCH"}`;
}

function columns(
  bench: string,
  title: string,
  ours: string,
  floor: string,
  ratio: string,
  limit: string,
): string {
  const numbers = [ours.padStart(14), floor.padStart(14), ratio.padStart(8), limit.padStart(8)];
  return bench.padEnd(8) + title.padEnd(32) + numbers.join("");
}

function rounded(number: number | null): string {
  return number?.toLocaleString("en-US", { maximumFractionDigits: number < 10 ? 2 : 1 }) ?? "";
}
