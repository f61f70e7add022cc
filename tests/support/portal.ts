import { spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { freePort } from "#db/embedded/free-port.ts";
import { startMailbox } from "#lib/mail/mailbox/server.ts";
import { checkout } from "#lib/running/install.mjs";
import { type FreshDatabase, freshDatabase } from "#tests/support/database.ts";
import { testSettings } from "#tests/support/settings.ts";

export type Process = {
  url: string;
  pid: number;
  /** What it has written to its output and its log. */
  said: () => string;
  kill: (signal: NodeJS.Signals) => Promise<void>;
};
export type Portal = {
  /** The server processes, all on one database and one mailbox. */
  processes: readonly [Process, ...Process[]];
  mailbox: string;
  database: FreshDatabase;
  stop: () => Promise<void>;
};

type Options = {
  processes?: number;
  database?: "empty" | "demo";
  settings?: Record<string, string>;
  /** The portal hears from the mailbox what becomes of its mail. */
  webhooks?: boolean;
};

/** A portal from the production build, on a database of its own. Needs a test cluster. */
export async function startPortal({
  processes = 2,
  database: kind = "demo",
  settings = {},
  webhooks = false,
}: Options = {}): Promise<Portal> {
  const database = await freshDatabase(kind);
  const mailbox = await startMailbox({ port: 0 });
  const common = { ...testSettings, DATABASE_URL: database.url, RESEND_BASE_URL: mailbox.url, ...settings };
  const starting = Array.from({ length: processes }, () => startProcess(common));
  const stop = async () => {
    const started = (await Promise.allSettled(starting)).filter((one) => one.status === "fulfilled");
    await Promise.all(started.map(({ value }) => value.kill("SIGTERM")));
    await mailbox.stop();
    await database.drop();
  };
  try {
    const [first, ...others] = await Promise.all(starting);
    if (!first) throw new Error("A portal has at least one process");
    if (webhooks)
      mailbox.tell({ url: `${first.url}/api/webhooks/resend`, secret: testSettings.RESEND_WEBHOOK_SECRET });
    return { processes: [first, ...others], mailbox: mailbox.url, database, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** One more server process, with all its settings said. It listens where nobody does, or where one did that is gone. */
export async function startProcess(settings: Record<string, string>, at?: string): Promise<Process> {
  const port = at === undefined ? await freePort() : Number(new URL(at).port);
  const url = `http://localhost:${port}`;
  const child = spawn(process.execPath, ["lib/running/serve.ts"], {
    cwd: checkout,
    // The channel tells it when we are gone, whatever ended us.
    stdio: ["ignore", "pipe", "pipe", "ipc"],
    env: { ...process.env, ...settings, NODE_ENV: "production", PORT: String(port), APP_URL: url },
  });
  const said: string[] = [];
  for (const stream of [child.stdout, child.stderr])
    stream?.setEncoding("utf8").on("data", (text: string) => said.push(text));
  const exited = once(child, "exit").catch(() => []);
  const isReady = await Promise.race([untilReady(child.stdout), exited.then(() => false)]);
  if (!isReady || !child.pid) throw new Error(`The portal does not start:\n${said.join("")}`);
  return {
    url,
    pid: child.pid,
    said: () => said.join(""),
    async kill(signal) {
      child.kill(signal);
      const mercy = setTimeout(() => child.kill("SIGKILL"), 15_000);
      await exited;
      clearTimeout(mercy);
    },
  };
}

async function untilReady(output: NodeJS.ReadableStream | null): Promise<boolean> {
  if (!output) return false;
  const lines = createInterface({ input: output });
  const ready = new Promise<boolean>((resolve) => {
    lines.on("line", (line) => line.startsWith("ready ") && resolve(true));
    lines.once("close", () => resolve(false));
  });
  return ready;
}
