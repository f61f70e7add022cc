import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

export type Post = { messageId: string; headers: Record<string, string>; body: string };

/** What happens to a post: nothing, unless it lets it `pass`. Once it has ended well, the answer goes out, if there is one. */
export type Keeper = (post: Post, pass: () => Promise<void>) => Promise<void>;

export type Gate = { url: string; keeper: Keeper; stop: () => Promise<void> };

const passedOn = new Set(["authorization", "content-type", "idempotency-key"]);

export const letPass: Keeper = (_, pass) => pass();

/** A way to the mailbox on which posts can be held up, before they arrive or their answer does. */
export async function startGate(mailbox: string): Promise<Gate> {
  const server = createServer((request, response) => void keep(request, response));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const gate: Gate = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    keeper: letPass,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };

  async function keep(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const post = await readPost(request);
    const gone = new AbortController();
    response.once("close", () => gone.abort());
    let answer: { status: number; headers: Record<string, string>; text: string } | undefined;
    const pass = async () => {
      const { headers, body } = post;
      const given = await fetch(mailbox + request.url, {
        method: "POST",
        headers,
        body,
        signal: gone.signal,
      });
      const retryAfter = given.headers.get("retry-after");
      answer = {
        status: given.status,
        headers: { "content-type": "application/json", ...(retryAfter && { "retry-after": retryAfter }) },
        text: await given.text(),
      };
    };
    // What the mailbox leaves without an answer has none here either.
    const isAnswered = await gate.keeper(post, pass).then(
      () => true,
      () => false,
    );
    if (answer && isAnswered) response.writeHead(answer.status, answer.headers).end(answer.text);
    else request.socket.destroy();
  }
  return gate;
}

async function readPost(request: IncomingMessage): Promise<Post> {
  const chunks: Buffer[] = [];
  for await (const chunk of request as AsyncIterable<Buffer>) chunks.push(chunk);
  const headers = Object.entries(request.headers).filter(([name]) => passedOn.has(name));
  return {
    messageId: String(request.headers["idempotency-key"]).replace("message/", ""),
    headers: Object.fromEntries(headers) as Record<string, string>,
    body: Buffer.concat(chunks).toString("utf8"),
  };
}
