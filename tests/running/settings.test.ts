import { randomBytes } from "node:crypto";
import { mkdtemp, readdir, readFile, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { readKeyFile, writeKeyFile } from "#lib/running/key-file.ts";
import { SettingsError } from "#lib/running/setting-readers.ts";
import { isDemoByDefault, isProduction, readSettings } from "#lib/running/settings.ts";

const complete = {
  DATABASE_URL: "postgres://portal:secret@db.example.org:5432/portal",
  RESEND_API_KEY: "re_123",
  MAIL_FROM: "Attune <portal@example.org>",
  AUTH_SECRET: "x".repeat(44),
  ENCRYPTION_KEYS: `k2:${randomBytes(32).toString("base64")},k1:${randomBytes(32).toString("base64")}`,
  OWNER_EMAIL: "Owner@Example.org",
  APP_URL: "https://portal.example.org/",
};

function problemsWith(changes: Record<string, string | undefined>): readonly string[] {
  try {
    readSettings({ ...complete, ...changes });
    return [];
  } catch (error) {
    if (error instanceof SettingsError) return error.problems;
    throw error;
  }
}

describe("whoever runs a practice", () => {
  test("gets what they set, in a form that the portal can use", () => {
    const settings = readSettings(complete);
    expect(settings).toMatchObject({
      port: 3000,
      appUrl: "https://portal.example.org",
      ownerEmail: "owner@example.org",
      demo: false,
      pool: { max: 10, prepare: true },
      trustProxy: 0,
      secureCookies: true,
      mail: { baseUrl: "https://api.resend.com", webhookSecret: undefined, isLocal: false },
      quickExitUrl: "https://www.wikipedia.org/",
    });
    expect(settings.encryptionKeys.map(({ id, key }) => [id, key.length])).toEqual([
      ["k2", 32],
      ["k1", 32],
    ]);
  });

  test.each([
    ["PORT", "0"],
    ["BACKUP_DIR", "/nowhere/at/all"],
    ["BACKUP_DIR", "package.json"],
    ["PORT", "80a"],
    ["PORT", "65536"],
    ["APP_URL", "portal.example.org"],
    ["APP_URL", "ftp://portal.example.org"],
    ["APP_URL", "https://portal.example.org/attune"],
    ["APP_URL", "https://portal.example.org/?a=b"],
    ["DATABASE_URL", undefined],
    ["DATABASE_URL", "mysql://db/portal"],
    ["RESEND_API_KEY", undefined],
    ["RESEND_API_KEY", "two words"],
    ["RESEND_BASE_URL", "resend"],
    ["RESEND_WEBHOOK_SECRET", "whsec"],
    ["MAIL_FROM", undefined],
    ["MAIL_FROM", "Attune"],
    ["MAIL_FROM", "Attune <portal@example.org>\nBcc: everyone@example.org"],
    ["AUTH_SECRET", undefined],
    ["AUTH_SECRET", "short"],
    ["ENCRYPTION_KEYS", undefined],
    ["ENCRYPTION_KEYS", "k1"],
    ["ENCRYPTION_KEYS", `k1:${randomBytes(16).toString("base64")}`],
    ["ENCRYPTION_KEYS", `k1:${randomBytes(32).toString("base64")},k1:${randomBytes(32).toString("base64")}`],
    ["OWNER_EMAIL", undefined],
    ["OWNER_EMAIL", "owner"],
    ["OWNER_EMAIL", "a@example.org,b@example.org"],
    ["DEMO", "yes"],
    ["LOG_LEVEL", "loud"],
    ["POOL_MAX", "0"],
    ["PREPARE", "no"],
    ["TRUST_PROXY", "-1"],
    ["QUICK_EXIT_URL", "javascript:alert(1)"],
  ])("is told by name that %s=%s cannot be, and how to set it", (name, value) => {
    const problems = problemsWith({ [name]: value });
    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatch(new RegExp(`^${name} .*${name}=`));
  });

  test("is told everything that is wrong at once", () => {
    const problems = problemsWith({ PORT: "x", AUTH_SECRET: undefined, LOG_LEVEL: "loud" });
    expect(problems.map((problem) => problem.split(" ")[0])).toEqual(["PORT", "AUTH_SECRET", "LOG_LEVEL"]);
  });

  describe("keeps the keys in a file", () => {
    let folder: string;
    beforeEach(async () => {
      folder = await mkdtemp(join(tmpdir(), "attune-keys-"));
    });
    afterEach(() => rm(folder, { recursive: true }));
    const keyOf = (id: string) => `${id}:${randomBytes(32).toString("base64")}`;
    const inFile = (file: string) => ({ ENCRYPTION_KEYS: undefined, ENCRYPTION_KEYS_FILE: file });

    test("one in a line or among other secrets, and has new ones without starting anew", async () => {
      const [plain, secrets] = [join(folder, "keys"), join(folder, "secrets.json")];
      await writeFile(plain, `${keyOf("k2")}\n${keyOf("k1")}\n`);
      await writeFile(secrets, JSON.stringify({ AUTH_SECRET: "kept", ENCRYPTION_KEYS: keyOf("k1") }));
      for (const file of [plain, secrets]) {
        const settings = readSettings({ ...complete, ...inFile(file) });
        const names = () => settings.encryptionKeys.map(({ id }) => id);
        const before = names();
        writeKeyFile(file, [keyOf("k3"), ...readKeyFile(file).split(",")]);
        expect(names()).toEqual(["k3", ...before]);
        // Somebody writes in it by hand, and is not done yet.
        await writeFile(file, "k4:");
        expect(names()).toEqual(["k3", ...before]);
      }
    });

    test("and nothing else in that file is lost when they change", async () => {
      const file = join(folder, "secrets.json");
      await writeFile(file, JSON.stringify({ AUTH_SECRET: "kept", ENCRYPTION_KEYS: keyOf("k1") }));
      writeKeyFile(file, [keyOf("k2")]);
      expect(JSON.parse(await readFile(file, "utf8"))).toMatchObject({ AUTH_SECRET: "kept" });
      expect((await stat(file)).mode & 0o777).toBe(0o600);
      expect(await readdir(folder)).toEqual(["secrets.json"]);
    });

    test("and is told when it is not there, holds none, or they are given twice", async () => {
      const file = join(folder, "keys");
      expect(problemsWith(inFile(file))).toEqual([
        expect.stringMatching(/^ENCRYPTION_KEYS_FILE leads to a file that cannot be read/),
      ]);
      await writeFile(file, "hunter4");
      expect(problemsWith(inFile(file))).toEqual([
        expect.stringMatching(/^ENCRYPTION_KEYS_FILE leads.*32 bytes/),
      ]);
      expect(problemsWith({ ENCRYPTION_KEYS_FILE: file })).toEqual([expect.stringMatching(/both set/)]);
    });
  });

  test("never sees a secret in what is told", () => {
    expect(problemsWith({ AUTH_SECRET: "hunter2", ENCRYPTION_KEYS: "hunter3" }).join()).not.toMatch(/hunter/);
  });

  test("cannot have the demo as well", () => {
    expect(problemsWith({ DEMO: "1" })).toEqual([expect.stringMatching(/^DEMO and OWNER_EMAIL/)]);
  });

  test("may turn prepared statements off for a pooler, in either spelling", () => {
    expect(readSettings({ ...complete, PREPARE: "0" }).pool.prepare).toBe(false);
    expect(readSettings({ ...complete, PREPARE: "false" }).pool.prepare).toBe(false);
  });
});

test("the demo comes when nothing is set that a practice would set", () => {
  expect(isDemoByDefault({ PORT: "4000", APP_URL: "http://localhost:4000" })).toBe(true);
  for (const name of ["OWNER_EMAIL", "DATABASE_URL", "RESEND_API_KEY", "APP_URL"] as const)
    expect(isDemoByDefault({ [name]: complete[name] })).toBe(false);
});

test("made-up keys never serve a real practice", () => {
  expect(isProduction({ APP_URL: "https://portal.example.org", DEMO: "1" })).toBe(true);
  expect(isProduction({ DATABASE_URL: complete.DATABASE_URL })).toBe(true);
  expect(isProduction({ DATABASE_URL: complete.DATABASE_URL, DEMO: "1" })).toBe(false);
  expect(isProduction({})).toBe(false);
});
