import { mkdir, mkdtemp, rm, utimes, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { hashSources } from "#lib/running/sources.ts";

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "attune-sources-"));
  await put("app/page.tsx", "one");
  await put("lib/time/zones.ts", "two");
  await put("package-lock.json", "{}");
});
afterEach(() => rm(folder, { recursive: true }));

async function put(path: string, text: string): Promise<void> {
  await mkdir(dirname(join(folder, path)), { recursive: true });
  await writeFile(join(folder, path), text);
}

test("the same sources are the same build, whenever they were written", async () => {
  const before = await hashSources(folder);
  await utimes(join(folder, "app/page.tsx"), 0, 0);
  expect(await hashSources(folder)).toBe(before);
});

test.each([
  ["a changed page", () => put("app/page.tsx", "other")],
  ["a new file", () => put("lib/time/words.ts", "")],
  ["a file that is gone", () => rm(join(folder, "lib/time/zones.ts"))],
  ["another picture", () => put("public/icon.svg", "<svg/>")],
  ["another setting of Next", () => put("next.config.ts", "export default {};")],
  ["other packages", () => put("package-lock.json", "{ }")],
  [
    "a line moved from one file to the next",
    async () => {
      await put("app/page.tsx", "onet");
      await put("lib/time/zones.ts", "wo");
    },
  ],
])("%s is another build", async (_, change) => {
  const before = await hashSources(folder);
  await change();
  expect(await hashSources(folder)).not.toBe(before);
});

test.each([
  "tests/time/zones.test.ts",
  "README.md",
  "start.log",
  "next-env.d.ts",
  "app/.page.tsx.swp",
  ".env",
  ".data/secrets.json",
  ".next/BUILD_ID",
  "node_modules/next/index.js",
])("%s is no part of a build", async (path) => {
  const before = await hashSources(folder);
  await put(path, "anything");
  expect(await hashSources(folder)).toBe(before);
});
