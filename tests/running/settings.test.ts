import { randomBytes } from "node:crypto";
import { describe, expect, test } from "vitest";
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
