import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { asSystem } from "#db/client.ts";
import { newSecret } from "#lib/auth/one-way.ts";
import { onFreshDatabase } from "#tests/support/on-fresh-database.ts";
import { testSettings } from "#tests/support/settings.ts";

const database = onFreshDatabase();
const script = fileURLToPath(new URL("feed-lines.ts", import.meta.url));

test("a calendar that cannot be read leaves a line about it, and never its address", async () => {
  await asSystem("test", (tx) => tx.execute(sql`alter table calendar_feeds rename to gone`));
  const token = newSecret();
  const { status, stdout, stderr } = spawnSync(process.execPath, [script, `${token}.ics`], {
    encoding: "utf8",
    env: {
      ...process.env,
      ...testSettings,
      DATABASE_URL: database.url,
      LOG_LEVEL: "trace",
      NEXT_RUNTIME: "nodejs",
    },
  });
  expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
  const lines = stdout.trim().split("\n");
  expect(lines.map((line) => JSON.parse(line))).toEqual([
    expect.objectContaining({ level: 50, msg: "a request failed" }),
    expect.objectContaining({ level: 50, msg: "A request failed", route: "/calendar/[file]" }),
  ]);
  expect(stdout).not.toContain(token);
});
