import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { Socket } from "node:net";
import { watchForAway } from "#db/away.ts";
import { stateFacts, type Turned, turnAway } from "./admission.ts";
import { forStaticFiles } from "./headers.ts";

export type Handler = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

type Options = { appUrl: string; trustProxy: number; isDev?: boolean; headersWithin?: number };
type Door = { server: Server; close: (patience: number) => Promise<void> };

const seconds = 1000;

/** The HTTP server in front of the pages. What is no proper request ends here. */
export function doorFor(handle: Handler, options: Options): Door {
  const { appUrl, trustProxy, isDev = false, headersWithin = 10 * seconds } = options;
  let isClosing = false;
  const server = createServer(
    {
      maxHeaderSize: 16 * 1024,
      headersTimeout: headersWithin,
      requestTimeout: 3 * headersWithin,
      connectionsCheckingInterval: headersWithin / 5,
      // Longer than the minute that load balancers keep theirs, so that it is they who close.
      keepAliveTimeout: 65 * seconds,
      shouldUpgradeCallback: () => isDev,
    },
    async (request, response) => {
      if (isClosing) response.setHeader("Connection", "close");
      const turned = turnAway(request.method, request.url);
      if (turned) return answer(request, response, turned);
      stateFacts(request, { appUrl, trustProxy, keepHost: isDev });
      // What is said to a write is short, and packing it would take longer than most of what is done for it.
      if (request.method !== "GET") delete request.headers["accept-encoding"];
      try {
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

  async function close(patience: number): Promise<void> {
    isClosing = true;
    const closed = new Promise<void>((resolve) => server.close(() => resolve()));
    // A browser keeps its line open after the last answer. Nobody waits for that.
    const idle = setInterval(() => server.closeIdleConnections(), 50);
    const late = setTimeout(() => server.closeAllConnections(), patience);
    await closed;
    clearInterval(idle);
    clearTimeout(late);
  }

  return { server, close };
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

function answer(
  request: IncomingMessage,
  response: ServerResponse,
  { status, code, sentence, allow }: Turned,
): void {
  const isForProgram = request.url?.startsWith("/api/");
  const body = isForProgram ? JSON.stringify({ error: { code, message: sentence } }) : `${sentence}\n`;
  response.writeHead(status, {
    ...forStaticFiles,
    "Content-Type": isForProgram ? "application/json; charset=utf-8" : "text/plain; charset=utf-8",
    "Content-Length": Buffer.byteLength(body),
    "Cache-Control": "private, no-store",
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
