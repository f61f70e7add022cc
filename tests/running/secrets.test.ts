import { mkdtemp, readFile, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { keptSecrets } from "#lib/running/secrets.ts";
import { readSettings } from "#lib/running/settings.ts";
import { testSettings } from "#tests/support/settings.ts";

let folder: string;
beforeEach(async () => {
  folder = join(await mkdtemp(join(tmpdir(), "attune-secrets-")), ".data");
});
afterEach(() => rm(dirname(folder), { recursive: true }));

test("secrets are made once, and are ones that the portal accepts", async () => {
  const made = await keptSecrets(folder);
  expect(await keptSecrets(folder)).toEqual(made);
  expect(() => readSettings({ ...testSettings, DATABASE_URL: "postgres://db", ...made })).not.toThrow();
});

test("nobody else on the machine can read them", async () => {
  await keptSecrets(folder);
  expect((await stat(join(folder, "secrets.json"))).mode & 0o777).toBe(0o600);
});

test("two that start at once end up with the same ones", async () => {
  const [one, other] = await Promise.all([keptSecrets(folder), keptSecrets(folder)]);
  expect(one).toEqual(other);
});

test("a damaged file is not replaced: it may hold the only keys to what people wrote", async () => {
  await keptSecrets(folder);
  await writeFile(join(folder, "secrets.json"), "{");
  await expect(keptSecrets(folder)).rejects.toThrow(/backup/);
  expect(await readFile(join(folder, "secrets.json"), "utf8")).toBe("{");
});
