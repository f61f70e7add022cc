import { randomBytes, randomUUID } from "node:crypto";
import { link, mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";

type Secrets = { AUTH_SECRET: string; ENCRYPTION_KEYS: string; RESEND_WEBHOOK_SECRET: string };

export const secretsFile = (dataFolder: string) => join(dataFolder, "secrets.json");

/** The secrets of a portal that nobody gave any: made once, then the same from start to start. */
export async function keptSecrets(dataFolder: string): Promise<Secrets> {
  const file = secretsFile(dataFolder);
  return (await readSecrets(file)) ?? makeSecrets(file);
}

async function readSecrets(file: string): Promise<Secrets | undefined> {
  const text = await readFile(file, "utf8").catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") return undefined;
    throw error;
  });
  if (text === undefined) return undefined;
  try {
    return JSON.parse(text) as Secrets;
  } catch {
    // Making new ones would lock away for good what was written under the old ones.
    throw new Error(
      `${file} cannot be read as JSON. It holds the keys to what people wrote: bring it back from a backup.`,
    );
  }
}

async function makeSecrets(file: string): Promise<Secrets> {
  const secret = (bytes: number) => randomBytes(bytes).toString("base64");
  const made = {
    AUTH_SECRET: secret(32),
    ENCRYPTION_KEYS: `k1:${secret(32)}`,
    RESEND_WEBHOOK_SECRET: `whsec_${secret(24)}`,
  };
  await mkdir(join(file, ".."), { recursive: true, mode: 0o700 });
  const draft = `${file}.${randomUUID()}`;
  await writeFile(draft, `${JSON.stringify(made, undefined, 2)}\n`, { mode: 0o600 });
  try {
    // Unlike a write or a rename, a link never replaces what somebody else has just made.
    await link(draft, file);
    return made;
  } catch (error) {
    const theirs = await readSecrets(file);
    if (theirs) return theirs;
    throw error;
  } finally {
    await rm(draft, { force: true });
  }
}
