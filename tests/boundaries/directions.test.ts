import { execFile } from "node:child_process";
import { copyFile, mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { checkout } from "#lib/running/install.mjs";

const direction = "lint/style/noRestrictedImports";

// Each seed is a file of one line in an otherwise empty tree: what Biome says of it is said of that line.
const forbidden: [file: string, line: string, rule: string][] = [
  ["app/page-asks-the-database.ts", 'import { users } from "#db/schema/index.ts";', direction],
  ["app/page-takes-a-row-type.ts", 'import type { users } from "../db/schema/index.ts";', direction],
  [
    "app/book/page-takes-test-data.ts",
    'import { testSettings } from "#tests/support/settings.ts";',
    direction,
  ],
  ["lib/bookings/shows-something.ts", 'import { Banner } from "#app/ui/banner.tsx";', direction],
  ["lib/bookings/shows-something-nearby.ts", 'import { Banner } from "../../app/ui/banner.tsx";', direction],
  ["lib/bookings/writes-a-letter.ts", 'import letter from "#emails/letter.tsx";', direction],
  ["lib/bookings/knows-next.ts", 'import { headers } from "next/headers";', direction],
  ["lib/auth/shows-something.ts", 'import { Banner } from "#app/ui/banner.tsx";', direction],
  ["lib/auth/writes-a-letter.ts", 'import letter from "#emails/letter.tsx";', direction],
  ["lib/mail/shows-something.ts", 'import { Banner } from "#app/ui/banner.tsx";', direction],
  ["lib/notes/letters.ts", 'import { Banner } from "#app/ui/banner.tsx";', direction],
  ["lib/notes/rules.ts", 'import { asSystem } from "#db/client.ts";', direction],
  ["lib/notes/input.ts", 'import { eq } from "drizzle-orm";', direction],
  ["lib/journeys/rules.ts", 'import { cache } from "react";', direction],
  ["lib/scheduling/reads-bookings.ts", 'import { listBookings } from "#lib/bookings/queries.ts";', direction],
  [
    "lib/scheduling/reads-bookings-nearby.ts",
    'import { listBookings } from "../bookings/queries.ts";',
    direction,
  ],
  ["lib/sealed/reads-settings.ts", 'import { settings } from "#lib/running/settings.ts";', direction],
  ["emails/formats-times.tsx", 'import { words } from "#lib/time/words.ts";', direction],
  ["emails/reads-rows.tsx", 'import { users } from "#db/schema/index.ts";', direction],
  ["db/asks-a-rule.ts", 'import { mayStillChange } from "#lib/bookings/rules.ts";', direction],
  ["db/demo/asks-a-rule.ts", 'import { mayStillChange } from "../../lib/bookings/rules.ts";', direction],
  ["lib/notes/writes-a-console.ts", "console.log(1);", "lint/suspicious/noConsole"],
  ["lib/notes/NamedForAClass.ts", "export const one = 1;", "lint/style/useFilenamingConvention"],
  ["lib/notes/too-long.ts", "export const one = 1;\n".repeat(301), "lint/style/noExcessiveLinesPerFile"],
  ["lib/notes/circle-a.ts", 'export { b } from "./circle-b.ts";', "lint/suspicious/noImportCycles"],
];

const allowed: [file: string, line: string][] = [
  ["app/page-asks-the-portal.ts", 'import { listBookings } from "#lib/bookings/queries.ts";'],
  ["lib/bookings/queries.ts", 'import { asViewer } from "#db/client.ts";'],
  ["lib/bookings/letters.ts", 'import letter from "#emails/letter.tsx";'],
  ["lib/mail/render.ts", 'import letter from "#emails/letter.tsx";'],
  ["lib/auth/viewer.ts", 'import { headers } from "next/headers";'],
  ["lib/scheduling/slots.ts", 'import { Refusal } from "#lib/refusal.ts";'],
  ["lib/scheduling/hours.ts", 'import { openSlots } from "#lib/scheduling/slots.ts";'],
  ["lib/bookings/rules.ts", 'import { openSlots } from "#lib/scheduling/slots.ts";'],
  ["emails/confirmed.tsx", 'import letter from "#emails/letter.tsx";'],
  ["db/demo/load.ts", 'import { users } from "../schema/index.ts";'],
  ["tests/bookings/book.ts", 'import { asSystem } from "#db/client.ts";'],
];

let tree: string;
const said = new Map<string, string[]>();

beforeAll(async () => {
  tree = await mkdtemp(join(tmpdir(), "attune-boundaries-"));
  await copyFile(join(checkout, ".biome.json"), join(tree, ".biome.json"));
  await put("package.json", '{ "imports": { "#lib/*": "./lib/*" } }');
  await put("lib/notes/circle-b.ts", 'export { b } from "./circle-a.ts";');
  for (const [file, line] of [...forbidden, ...allowed]) await put(file, line);
  for (const { category, location } of await lint())
    said.set(location.path, [...(said.get(location.path) ?? []), category]);
});

afterAll(() => rm(tree, { recursive: true, force: true }));

async function put(file: string, text: string): Promise<void> {
  await mkdir(dirname(join(tree, file)), { recursive: true });
  await writeFile(join(tree, file), `${text}\n`);
}

type Finding = { category: string; location: { path: string } };

async function lint(): Promise<Finding[]> {
  const program = join(checkout, "node_modules", "@biomejs", "biome", "bin", "biome");
  const args = [program, "lint", "--vcs-enabled=false", "--reporter=json", "--max-diagnostics=none", "."];
  const output = await new Promise<string>((resolve) => {
    execFile(process.execPath, args, { cwd: tree, maxBuffer: 1e8 }, (_, stdout) => resolve(stdout));
  });
  return (JSON.parse(output) as { diagnostics: Finding[] }).diagnostics;
}

test.each(forbidden)("%s is refused", (file, _, rule) => {
  expect(said.get(file)).toContain(rule);
});

test.each(allowed)("%s is let through", (file) => {
  expect(said.get(file) ?? []).not.toContain(direction);
});
