import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { Socket } from "node:net";
import { fileURLToPath } from "node:url";
import { watchForAway } from "#db/away.ts";
import { closeDatabase } from "#db/client.ts";
import { stateFacts, type Turned, turnAway } from "./admission.ts";
import { readSettings, type Settings } from "./settings.ts";
import { onStop, stopParts } from "./stopping.ts";

export type Serving = { url: string; stop: () => Promise<void> };

const folder = fileURLToPath(new URL("../..", import.meta.url));
const seconds = 1000;

/** Serves the portal in this process. Rejects with EADDRINUSE before anything else has begun. */
export async function serve(settings: Settings, { isDev = false } = {}): Promise<Serving> {
  prepareEnvironment(settings, isDev);
  let isStopping = false;
  const handler =
    Promise.withResolvers<(request: IncomingMessage, response: ServerResponse) => Promise<void>>();
  handler.promise.catch(() => {});

  const server = createServer(
    {
      maxHeaderSize: 16 * 1024,
      headersTimeout: 10 * seconds,
      requestTimeout: 30 * seconds,
      connectionsCheckingInterval: 2 * seconds,
      // Longer than the minute that load balancers keep theirs, so that it is they who close.
      keepAliveTimeout: 65 * seconds,
      shouldUpgradeCallback: () => isDev,
    },
    async (request, response) => {
      if (isStopping) response.setHeader("Connection", "close");
      const turned = turnAway(request.method, request.url);
      if (turned) return answer(request, response, turned);
      stateFacts(request, {
        appUrl: settings.appUrl,
        trustProxy: settings.trustProxy,
        keepHost: isDev,
      });
      try {
        const handle = await handler.promise;
        await watchForAway((wasAway) => {
          tellAway(response, wasAway);
          return handle(request, response);
        });
      } catch {
        response.destroy();
      }
    },
  );
  refuseStrangeProtocols(server);
  await listen(server, settings.port);
  onStop(closeDatabase);

  try {
    const { default: next } = await import("next");
    const app = next({
      dev: isDev,
      dir: folder,
      hostname: "localhost",
      port: settings.port,
      httpServer: server,
    });
    await app.prepare();
    handler.resolve(app.getRequestHandler());
    return {
      url: `http://localhost:${settings.port}`,
      async stop() {
        isStopping = true;
        await finish(server, 3 * seconds);
        await withinTime(stopParts(), 3 * seconds);
        await withinTime(app.close(), 1 * seconds);
      },
    };
  } catch (error) {
    handler.reject(error);
    server.closeAllConnections();
    server.close();
    throw error;
  }
}

/** Next knows only 500 for a page that threw. When the database was away, that is 503 and "come back". */
function tellAway(response: ServerResponse, wasAway: () => boolean): void {
  const writeHead = response.writeHead.bind(response) as (
    status: number,
    ...rest: unknown[]
  ) => ServerResponse;
  response.writeHead = ((status: number, ...rest: unknown[]) => {
    if (status !== 500 || !wasAway()) return writeHead(status, ...rest);
    response.setHeader("Retry-After", "10");
    return writeHead(503, ...rest);
  }) as typeof response.writeHead;
}

function prepareEnvironment(settings: Settings, isDev: boolean): void {
  const { AUTH_TRUST_HOST: _, ...kept } = process.env;
  delete process.env.AUTH_TRUST_HOST;
  Object.assign(process.env, kept, {
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

function answer(
  request: IncomingMessage,
  response: ServerResponse,
  { status, code, sentence, allow }: Turned,
): void {
  const isForProgram = request.url?.startsWith("/api/");
  const body = isForProgram ? JSON.stringify({ error: { code, message: sentence } }) : `${sentence}\n`;
  response.writeHead(status, {
    "Content-Type": isForProgram ? "application/json; charset=utf-8" : "text/plain; charset=utf-8",
    "Content-Length": Buffer.byteLength(body),
    "Cache-Control": "private, no-store",
    "Content-Security-Policy": "default-src 'none'; frame-ancestors 'none'",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    Connection: "close",
    ...(allow && { Allow: allow }),
  });
  response.end(request.method === "HEAD" ? undefined : body);
}

function refuseStrangeProtocols(server: Server): void {
  const end = (socket: Socket, status: string) =>
    socket.writable
      ? socket.end(`HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`)
      : socket.destroy();
  const statuses: Record<string, string> = {
    HPE_INVALID_METHOD: "405 Method Not Allowed",
    HPE_HEADER_OVERFLOW: "431 Request Header Fields Too Large",
    HPE_CHUNK_EXTENSIONS_OVERFLOW: "413 Payload Too Large",
    ERR_HTTP_REQUEST_TIMEOUT: "408 Request Timeout",
  };
  server.on("connect", (_, socket) => end(socket as Socket, "405 Method Not Allowed"));
  server.on("clientError", (error: NodeJS.ErrnoException, socket) => {
    if (error.code === "ECONNRESET") socket.destroy();
    else end(socket as Socket, statuses[error.code ?? ""] ?? "400 Bad Request");
  });
}

async function finish(server: Server, milliseconds: number): Promise<void> {
  const closed = new Promise<void>((resolve) => server.close(() => resolve()));
  await withinTime(closed, milliseconds);
  server.closeAllConnections();
}

async function withinTime(work: Promise<unknown>, milliseconds: number): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise((resolve) => {
    timer = setTimeout(resolve, milliseconds);
  });
  await Promise.race([work, late]).finally(() => clearTimeout(timer));
}

if (import.meta.main) {
  process.chdir(folder);
  const serving = await serve(readSettings(process.env)).catch((error: Error) => {
    console.error(error.message);
    process.exit(1);
  });
  const stop = () => serving.stop().finally(() => process.exit(0));
  for (const signal of ["SIGINT", "SIGTERM", "disconnect"] as const) process.once(signal, stop);
  console.log(`ready ${serving.url}`);
}
