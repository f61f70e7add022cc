import type { Server } from "node:http";
import { fileURLToPath } from "node:url";
import { closeDatabase } from "#db/client.ts";
import { onDatabase } from "#db/one-connection.ts";
import { checkKeys, WrongKeys } from "#lib/keys/known-answers.ts";
import { doorFor, type Handler } from "./door.ts";
import { readSettings, type Settings } from "./settings.ts";
import { onStop, stopParts } from "./stopping.ts";

export type Serving = { url: string; stop: () => Promise<void> };

const folder = fileURLToPath(new URL("../..", import.meta.url));
const seconds = 1000;

/** Serves the portal in this process. Rejects with EADDRINUSE before anything else has begun. */
export async function serve(settings: Settings, { isDev = false } = {}): Promise<Serving> {
  const { port, appUrl, trustProxy } = settings;
  prepareEnvironment(settings, isDev);
  const pages = Promise.withResolvers<Handler>();
  pages.promise.catch(() => {});
  // Whoever comes before the pages are ready waits a moment.
  const door = doorFor(async (...call) => (await pages.promise)(...call), { appUrl, trustProxy, isDev });
  await listen(door.server, port);
  onStop(closeDatabase);

  try {
    const { default: next } = await import("next");
    const app = next({ dev: isDev, dir: folder, hostname: "localhost", port, httpServer: door.server });
    await app.prepare();
    pages.resolve(app.getRequestHandler());
    return {
      url: `http://localhost:${port}`,
      async stop() {
        await withinTime(door.close(3 * seconds), 4 * seconds);
        await withinTime(stopParts(), 3 * seconds);
        await withinTime(app.close(), 1 * seconds);
      },
    };
  } catch (error) {
    pages.reject(error);
    await door.close(0);
    throw error;
  }
}

function prepareEnvironment(settings: Settings, isDev: boolean): void {
  delete process.env.AUTH_TRUST_HOST;
  Object.assign(process.env, {
    NODE_ENV: isDev ? "development" : "production",
    NEXT_TELEMETRY_DISABLED: "1",
    NEXTAUTH_URL: settings.appUrl,
    NEXTAUTH_SECRET: settings.authSecret,
    PORT: String(settings.port),
    APP_URL: settings.appUrl,
    DATABASE_URL: settings.databaseUrl,
    POOL_MAX: String(settings.pool.max),
    PREPARE: String(settings.pool.prepare),
  });
}

async function listen(server: Server, port: number): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, () => {
      server.off("error", reject);
      resolve();
    });
  });
}

async function withinTime(work: Promise<unknown>, milliseconds: number): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise((resolve) => {
    timer = setTimeout(resolve, milliseconds);
  });
  await Promise.race([work, late]).finally(() => clearTimeout(timer));
}

/** Where the database cannot be asked just now, the portal starts and says so to whoever comes. */
async function checkKeysIfThere({ databaseUrl, encryptionKeys }: Settings): Promise<void> {
  try {
    await onDatabase(databaseUrl, (sql) => checkKeys(sql, encryptionKeys));
  } catch (error) {
    if (error instanceof WrongKeys) throw error;
  }
}

async function serveAlone(): Promise<Serving> {
  const settings = readSettings(process.env);
  await checkKeysIfThere(settings);
  return serve(settings);
}

if (import.meta.main) {
  process.chdir(folder);
  const serving = await serveAlone().catch((error: Error) => {
    console.error(error.message);
    process.exit(1);
  });
  const stop = () => serving.stop().finally(() => process.exit(0));
  for (const signal of ["SIGINT", "SIGTERM", "disconnect"] as const) process.once(signal, stop);
  console.log(`ready ${serving.url}`);
}
