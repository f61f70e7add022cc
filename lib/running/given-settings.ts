import { existsSync } from "node:fs";
import { join } from "node:path";
import { keptSecrets, secretsFile } from "./secrets.ts";
import { isDemoByDefault, isProduction, readSettings } from "./settings.ts";

/** What the person who starts has left to us. */
export type LeftToUs = { database: boolean; mailbox: boolean; appUrl: boolean };

/** Reads `.env`, adds the secrets of this checkout where none were given, and checks everything that can be checked by now. */
export async function completeEnvironment(checkout: string, dataFolder: string): Promise<LeftToUs> {
  const env = process.env;
  const file = join(checkout, ".env");
  if (existsSync(file)) process.loadEnvFile(file);

  const leftToUs = { database: !env.DATABASE_URL, mailbox: !env.RESEND_API_KEY, appUrl: !env.APP_URL };
  if (!env.DEMO && isDemoByDefault(env)) env.DEMO = "1";
  if (!isProduction(env)) {
    const { ENCRYPTION_KEYS: _, ...secrets } = await keptSecrets(dataFolder);
    for (const [name, value] of Object.entries(secrets)) env[name] ||= value;
    // Read where they are, so that a portal that runs learns of a new one.
    if (!env.ENCRYPTION_KEYS) env.ENCRYPTION_KEYS_FILE ||= secretsFile(dataFolder);
  }

  // The parts that we bring have no address yet; their place is held so that all the rest can be checked.
  readSettings({
    ...env,
    ...(leftToUs.database && { DATABASE_URL: "postgres://ours" }),
    ...(leftToUs.mailbox && { RESEND_API_KEY: "local", RESEND_BASE_URL: "http://127.0.0.1" }),
  });
  return leftToUs;
}
