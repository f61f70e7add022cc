import { join } from "node:path";
import { parseArgs } from "node:util";
import { findDatabase, startDatabase } from "#db/embedded.ts";
import { onDatabase } from "#db/one-connection.ts";
import { removeKey } from "#lib/keys/remove.ts";
import { rotateKeys } from "#lib/keys/rotate.ts";
import { tellKeys } from "#lib/keys/tell.ts";
import { completeEnvironment } from "./given-settings.ts";
import { checkout } from "./install.mjs";
import { tell } from "./progress.mjs";
import { readSettings } from "./settings.ts";

const usage = `npm run keys                  which key seals how much
npm run keys -- rotate        change to a new key while the portal serves; go on with a change that was broken off
npm run keys -- remove <key>  take out an old key that nothing is sealed with`;

const { values: said, positionals } = parseArgs({
  allowPositionals: true,
  options: { alone: { type: "boolean", default: false } },
});
const dataFolder = join(checkout, ".data");
const env = process.env;

try {
  process.chdir(checkout);
  await run(positionals);
} catch (error) {
  tell(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
}

async function run([word = "show", name, ...more]: string[]): Promise<void> {
  const isKnown = more.length === 0 && (word === "remove") === (name !== undefined);
  if (!isKnown || !["show", "rotate", "remove"].includes(word)) throw new Error(usage);
  const leftToUs = await completeEnvironment(checkout, dataFolder);
  const database = leftToUs.database ? await bringDatabase() : undefined;
  try {
    if (database) env.DATABASE_URL = database.url;
    // No mail is sent; its settings only have to be there.
    if (leftToUs.mailbox)
      Object.assign(env, { RESEND_API_KEY: "local", RESEND_BASE_URL: "http://127.0.0.1" });
    const settings = readSettings(env);
    await onDatabase(settings.databaseUrl, async (sql) => {
      if (word === "rotate") await rotateKeys(sql, settings, tell);
      else if (name) await removeKey(sql, settings, name, tell);
      else await tellKeys(sql, settings, tell);
    });
  } finally {
    await database?.stop();
  }
}

async function bringDatabase(): Promise<{ url: string; stop: () => Promise<void> }> {
  if (said.alone) return startDatabase(dataFolder, tell);
  const url = await findDatabase(dataFolder, tell);
  if (!url) throw new Error("The portal is just starting or stopping. Try again in a moment.");
  return { url, stop: async () => {} };
}
