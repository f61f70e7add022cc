import { execFileSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { testSettings } from "#tests/support/settings.ts";

const script = fileURLToPath(new URL("log-lines.ts", import.meta.url));

test("a log line says what happened and never what anybody wrote or where they get mail", () => {
  const env = {
    ...process.env,
    ...testSettings,
    DATABASE_URL: "postgres://localhost/none",
    LOG_LEVEL: "info",
  };
  const lines = execFileSync(process.execPath, [script], { env, encoding: "utf8" }).trim().split("\n");
  expect(lines.join("\n")).not.toMatch(/river|ada@/);
  const [sent, failed] = lines.map((line) => JSON.parse(line));
  expect(sent).toMatchObject({ level: 30, msg: "A mail was sent", messageId: "8d1f", attempts: 1 });
  expect(failed).toMatchObject({ level: 50, code: "23505", constraint: "users_email", errorName: "Error" });
  expect(failed.at).toContain("log-lines.ts");
  expect(lines).toHaveLength(3);
});
