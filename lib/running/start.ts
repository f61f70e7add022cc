import { randomBytes } from "node:crypto";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { startDatabase } from "#db/embedded.ts";
import { startMailbox } from "#lib/mail/mailbox/server.ts";
import { readyBuild } from "./build.ts";
import { completeEnvironment } from "./given-settings.ts";
import { checkout } from "./install.mjs";
import { joinLock } from "./lock.mjs";
import { onFreePort } from "./ports.ts";
import { preparePractice } from "./practice.ts";
import { step, tell } from "./progress.mjs";
import { serve } from "./serve.ts";
import { readSettings, settings } from "./settings.ts";

const { values: said } = parseArgs({
  options: { dev: { type: "boolean", default: false }, verbose: { type: "boolean", default: false } },
});
const dataFolder = join(checkout, ".data");
const env = process.env;

// What runs, in the order in which it came. It ends in the opposite one.
const running: { name: string; stop: () => Promise<void> | void }[] = [];
const leaving = new AbortController();
let leftAt = 0;
// The local mailbox hears where the portal is as soon as that is known.
let tellMailbox = (_portal: string) => {};

for (const signal of ["SIGINT", "SIGTERM", "SIGHUP", "disconnect"] as const) process.on(signal, leaveOnce);
process.chdir(checkout);

const lock = joinLock(join(dataFolder, "running.json"));
running.push({ name: "lock", stop: () => lock.release() });
try {
  await start();
} catch (error) {
  if (!leaving.signal.aborted) {
    tell(error instanceof Error ? error.message : String(error));
    await leave(1);
  }
}

async function start(): Promise<void> {
  const leftToUs = await completeEnvironment(checkout, dataFolder);
  const isBuilt = said.dev ? undefined : readyBuild({ isVerbose: said.verbose, signal: leaving.signal });
  isBuilt?.catch(() => {});

  if (leftToUs.database) env.DATABASE_URL = await step("Start the database", bringDatabase);
  if (leftToUs.mailbox) await bringMailbox();
  const accounts = await step("Bring the database up to date", () => preparePractice(readSettings(env)));
  await isBuilt;
  leaving.signal.throwIfAborted();
  await step("Open the portal", () => openPortal(leftToUs.appUrl));
  sayWhereToGo(accounts, leftToUs.mailbox);
}

async function bringDatabase(): Promise<string> {
  const database = await startDatabase(dataFolder, tell);
  running.push({ name: "database", stop: database.stop });
  env.DATABASE_FOLDER ||= database.folder;
  return database.url;
}

async function bringMailbox(): Promise<void> {
  const { opened } = await onFreePort(8025, (port) => startMailbox({ port }));
  running.push({ name: "mailbox", stop: opened.stop });
  env.RESEND_API_KEY = "local";
  env.RESEND_BASE_URL = opened.url;
  env.RESEND_WEBHOOK_SECRET ||= `whsec_${randomBytes(24).toString("base64")}`;
  const secret = env.RESEND_WEBHOOK_SECRET;
  tellMailbox = (portal) => opened.tell({ url: `${portal}/api/webhooks/resend`, secret });
}

async function openPortal(isAddressLeftToUs: boolean): Promise<void> {
  const wanted = readSettings(env).port;
  const { port } = await onFreePort(wanted, async (port) => {
    env.PORT = String(port);
    if (isAddressLeftToUs) env.APP_URL = `http://localhost:${port}`;
    const serving = await serve(readSettings(env), { isDev: said.dev });
    running.push({ name: "portal", stop: serving.stop });
    tellMailbox(serving.url);
  });
  if (port !== wanted) tell(`Port ${wanted} is taken; the portal is at port ${port}`);
  lock.note({ url: settings().appUrl });
}

function sayWhereToGo(
  accounts: readonly { role: string; name: string; email: string }[],
  isLocalMail: boolean,
): void {
  const { appUrl, mail, demo } = settings();
  tell(`\nAttune is ready:   ${appUrl}`);
  if (isLocalMail)
    tell(`All mail goes to:  ${mail.baseUrl}   (nobody else gets it; RESEND_API_KEY sends it for real)`);
  if (demo) {
    tell(`\nThis is the demo practice. Nobody in it is real. Sign in at ${appUrl}/sign-in as`);
    for (const { role, name, email } of accounts) tell(`  ${role.padEnd(8)}${name.padEnd(10)}${email}`);
  }
  tell("\nCtrl-C stops everything.");
}

// One Ctrl-C arrives several times: from the terminal and from npm. One that comes later is meant.
function leaveOnce(): void {
  if (leaving.signal.aborted && Date.now() - leftAt > 1000) process.exit(1);
  leftAt ||= Date.now();
  void leave(0);
}

async function leave(code: number): Promise<void> {
  if (leaving.signal.aborted) return;
  leaving.abort();
  if (code === 0) tell("\nStopping …");
  // Nothing may keep whoever waits at the terminal; the database heals from being cut off.
  setTimeout(() => process.exit(1), 9_500).unref();
  for (const { name, stop } of running.reverse())
    await Promise.resolve(stop()).catch((error: Error) =>
      tell(`The ${name} did not stop well: ${error.message}`),
    );
  process.exit(code);
}
