import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { acceptMail } from "./accept.ts";
import { ApiError } from "./api-error.ts";
import { faultShares } from "./fault-shares.ts";
import { faultQueue } from "./faults.ts";
import { idempotencyKeys } from "./idempotency.ts";
import { letterPolicy, listPage, listPolicy, mailPage } from "./pages.ts";
import { readBody } from "./read-body.ts";
import { requestBook } from "./requests.ts";
import { mailStore } from "./store.ts";
import { webhookTeller } from "./webhooks.ts";

type Mailbox = {
  url: string;
  /** From now on that portal hears what becomes of each mail. Only who starts the mailbox says so: mails name people. */
  tell: (webhook: { url: string; secret: string }) => void;
  stop: () => Promise<void>;
};
type Call = { request: IncomingMessage; response: ServerResponse; query: URLSearchParams; parts: string[] };

/**
 * The local mailbox: takes mail over HTTP as Resend does, keeps it in memory and shows it. For demo, development and
 * tests; it listens on this machine only.
 */
export async function startMailbox({
  port,
  host = "127.0.0.1",
}: {
  port: number;
  host?: string;
}): Promise<Mailbox> {
  const webhooks = webhookTeller();
  const answerCall = mailbox(webhooks);
  const server = createServer((request, response) => void answerCall(request, response));
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, host, resolve);
  });
  const { port: taken } = server.address() as AddressInfo;
  return {
    url: `http://${host.includes(":") ? `[${host}]` : host}:${taken}`,
    tell: webhooks.aim,
    stop: () =>
      new Promise((resolve) => {
        webhooks.stop();
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function mailbox(webhooks: ReturnType<typeof webhookTeller>) {
  const store = mailStore((mail) => void webhooks.tell(mail));
  const requests = requestBook();
  const faults = faultQueue();
  const shares = faultShares();
  const keys = idempotencyKeys(Date.now);

  const routes: Record<string, (call: Call) => unknown> = {
    "POST /emails": (call) => send(call, false),
    "POST /emails/batch": (call) => send(call, true),
    "GET /messages": ({ response, query }) => json(response, 200, store.list(query.get("to"))),
    "DELETE /messages": ({ response }) => {
      store.clear();
      json(response, 200, { deleted: true });
    },
    "GET /messages/:id": ({ response, parts }) => json(response, 200, find(parts)),
    "GET /messages/:id/view": ({ response, parts }) => html(response, mailPage(find(parts)), listPolicy),
    "GET /messages/:id/html": ({ response, parts }) => html(response, find(parts).html, letterPolicy),
    "GET /messages/:id/attachments/:n": attachment,
    "GET /ledger": ({ response }) => json(response, 200, store.ledger()),
    "GET /requests": ({ response }) => json(response, 200, requests.list()),
    "GET /faults": ({ response }) => json(response, 200, faults.list()),
    "POST /faults": async ({ request, response }) =>
      json(response, 200, { armed: faults.arm(parse(await readBody(request))) }),
    "DELETE /faults": ({ response }) => {
      faults.clear();
      shares.clear();
      json(response, 200, { armed: 0 });
    },
    "POST /fault-shares": async ({ request, response }) =>
      json(response, 200, { armed: shares.arm(parse(await readBody(request))) }),
    "GET /webhooks": ({ response }) => json(response, 200, webhooks.counts()),
    "POST /webhooks": async ({ request, response }) => {
      webhooks.wish(parse(await readBody(request)));
      json(response, 200, webhooks.counts());
    },
    "GET /": ({ response, query }) =>
      html(response, listPage(store.list(query.get("to")), query.get("to")), listPolicy),
  };

  async function send({ request, response }: Call, isBatch: boolean): Promise<void> {
    const verdict = acceptMail(request, await readBody(request), isBatch, {
      store,
      requests,
      faults,
      shares,
      keys,
    });
    if ("answer" in verdict) return json(response, 200, verdict.answer);
    if (verdict.instead === "drop") return void request.socket.destroy();
    response.once("close", verdict.release);
  }

  function find([, id]: string[]) {
    const mail = store.find(id ?? "");
    if (!mail) throw new ApiError(404, "not_found", "Message not found");
    return mail;
  }

  function attachment({ response, parts }: Call): void {
    const file = find(parts).attachments[Number(parts[3])];
    if (!file) throw new ApiError(404, "not_found", "Attachment not found");
    response.setHeader(
      "content-disposition",
      `attachment; filename*=UTF-8''${encodeURIComponent(file.filename)}`,
    );
    finish(response, 200, file.contentType, Buffer.from(file.content, "base64"), listPolicy);
  }

  return async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    try {
      demandThisMachine(request);
      const { parts, query, name, wrongMethod } = route(request, Object.keys(routes));
      const handle = name === undefined ? undefined : routes[name];
      if (handle) await handle({ request, response, query, parts });
      else if (wrongMethod)
        throw new ApiError(405, "method_not_allowed", "This endpoint does not support the given method.");
      else throw new ApiError(404, "not_found", "The requested endpoint does not exist.");
    } catch (error) {
      const known =
        error instanceof ApiError
          ? error
          : new ApiError(400, "validation_error", "The request cannot be read.");
      for (const [name, value] of Object.entries(known.headers)) response.setHeader(name, value);
      json(response, known.status, known.body);
    }
  };
}

function route({ method = "GET", url = "/" }: IncomingMessage, names: string[]) {
  const { pathname, searchParams: query } = new URL(`http://mailbox${url.startsWith("/") ? url : "/"}`);
  const parts = pathname.split("/").slice(1);
  const fits = (pattern: string) => {
    const wanted = pattern.split("/").slice(1);
    return (
      wanted.length === parts.length &&
      wanted.every((part, index) => part.startsWith(":") || part === parts[index])
    );
  };
  const found = names.filter((name) => fits(name.split(" ")[1] ?? ""));
  const asked = method === "HEAD" ? "GET" : method;
  return {
    parts,
    query,
    name: found.find((name) => name.startsWith(`${asked} `)),
    wrongMethod: found.length > 0,
  };
}

// A page elsewhere could point a name of its own at this address and so read mail in somebody's browser.
function demandThisMachine({ headers: { host = "" } }: IncomingMessage): void {
  if (!/^(localhost|[\w-]+\.localhost|[\d.]+|\[[\da-f:.]+\])(:\d+)?$/i.test(host))
    throw new ApiError(403, "validation_error", "This mailbox answers by its own address only.");
}

function parse(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    throw new ApiError(400, "validation_error", "The request body is not JSON.");
  }
}

function json(response: ServerResponse, status: number, body: unknown): void {
  finish(response, status, "application/json; charset=utf-8", JSON.stringify(body), listPolicy);
}

function html(response: ServerResponse, body: string, policy: string): void {
  finish(response, 200, "text/html; charset=utf-8", body, policy);
}

function finish(
  response: ServerResponse,
  status: number,
  contentType: string,
  body: string | Buffer,
  policy: string,
): void {
  if (response.destroyed || response.headersSent) return;
  response.writeHead(status, {
    "content-type": contentType,
    "cache-control": "no-store",
    "x-content-type-options": "nosniff",
    "referrer-policy": "no-referrer",
    "content-security-policy": policy,
  });
  response.end(body);
}
