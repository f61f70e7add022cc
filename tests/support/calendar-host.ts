import { once } from "node:events";
import type { IncomingMessage, ServerResponse } from "node:http";
import { createServer } from "node:https";
import { type AddressInfo, createServer as createListener, type Socket } from "node:net";
import { openInternet, type Reach } from "#lib/calendar/busy/fetch-feed.ts";
import { ownCertificate } from "./own-certificate.ts";

type Answer = (request: IncomingMessage, response: ServerResponse) => void;

/** An address of the open Internet that belongs to the test's own server. */
export const outside = "93.184.215.14";

export type CalendarHost = {
  /** Answers a path from now on. */
  serve: (path: string, answer: Answer | string) => void;
  /** What was asked for, newest last. */
  asked: IncomingMessage[];
  /** How often somebody knocked at a door inside, where nothing of ours may ever go. */
  knocks: () => number;
  /** The network as this test has it: names lead where it says, or else to the server. All else is as for everybody. */
  reach: (names?: Record<string, string[]>) => Reach;
  port: number;
  cert: string;
  stop: () => Promise<void>;
};

/** A calendar server with a certificate of its own, and a door inside that counts who knocks. */
export async function startCalendarHost(
  names = ["calendar.example.org", "other.example.org"],
): Promise<CalendarHost> {
  const { key, cert } = ownCertificate(names);
  const answers = new Map<string, Answer | string>();
  const asked: IncomingMessage[] = [];
  let knocks = 0;
  const server = createServer({ key, cert }, (request, response) => {
    asked.push(request);
    const answer = answers.get(request.url ?? "");
    if (typeof answer === "function") answer(request, response);
    else if (answer === undefined) response.writeHead(404).end();
    else response.writeHead(200, { "content-type": "text/calendar" }).end(answer);
  });
  const inner = createListener((socket: Socket) => {
    knocks += 1;
    socket.destroy();
  });
  for (const one of [server, inner]) {
    one.listen(0, "127.0.0.1");
    await once(one, "listening");
  }
  const portOf = (one: typeof inner) => (one.address() as AddressInfo).port;
  return {
    serve: (path, answer) => answers.set(path, answer),
    asked,
    knocks: () => knocks,
    reach: (known = {}) => ({
      ...openInternet,
      lookUp: async (host) => known[host] ?? [outside],
      doorOf: (address) => ({ host: "127.0.0.1", port: portOf(address === outside ? server : inner) }),
      ca: cert,
    }),
    port: portOf(server),
    cert,
    async stop() {
      server.closeAllConnections();
      await Promise.all([server, inner].map((one) => new Promise((resolve) => one.close(resolve))));
    },
  };
}
