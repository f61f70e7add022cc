import { connect } from "node:net";
import type { Process } from "#tests/support/portal.ts";
import { someNetwork } from "./ask.ts";
import { withId } from "./routes.ts";

export type Draft = {
  method: string;
  /** "/api/holds/[id]/confirm" */
  path: string;
  id: string;
  query: string;
  headers: Record<string, string | undefined>;
  body: object | Buffer | undefined;
};

/** The bytes of a request, each from another network. */
export function render({ method, path, id, query, headers, body }: Draft): Buffer {
  const bytes = Buffer.isBuffer(body) ? body : Buffer.from(body === undefined ? "" : JSON.stringify(body));
  const target = withId(path, id) + (query && `?${query}`);
  const all = { "x-forwarded-for": someNetwork(), "content-length": String(bytes.length), ...headers };
  const lines = Object.entries(all).flatMap(([name, value]) =>
    value === undefined ? [] : [`${name}: ${value}`],
  );
  const head = [`${method} ${target} HTTP/1.1`, ...lines, "connection: close", "", ""].join("\r\n");
  return Buffer.concat([Buffer.from(head, "latin1"), bytes]);
}

export type Heard = { status: number | "cut off" | "silent" | "refused to connect"; ms: number };

/** Sends these very bytes down a line of their own. Most clients would not send some of them. */
export function sendBytes({ url }: Process, bytes: Buffer, endsEarly = false): Promise<Heard> {
  const { hostname, port } = new URL(url);
  const began = performance.now();
  return new Promise((resolve) => {
    let text = "";
    const socket = connect({ host: hostname, port: Number(port), allowHalfOpen: true });
    const done = (otherwise: Exclude<Heard["status"], number>) => {
      socket.destroy();
      resolve({ status: statusIn(text) ?? otherwise, ms: performance.now() - began });
    };
    socket.setTimeout(20_000, () => done("silent"));
    socket.on("data", (chunk) => {
      if (text.length < 4_096) text += chunk.toString("latin1");
    });
    socket.once("end", () => done("cut off"));
    socket.once("close", () => done("cut off"));
    socket.once("error", (error: NodeJS.ErrnoException) =>
      done(error.code === "ECONNREFUSED" ? "refused to connect" : "cut off"),
    );
    socket.write(bytes);
    if (endsEarly) socket.end();
  });
}

/** The status of the first answer that is one: "100 Continue" only says to go on. */
function statusIn(text: string): number | undefined {
  const statuses = Array.from(text.matchAll(/^HTTP\/1\.1 (\d{3})/gm), ([, status]) => Number(status));
  return statuses.find((status) => status >= 200);
}
