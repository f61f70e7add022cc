import { lookup } from "node:dns/promises";
import type { IncomingMessage } from "node:http";
import { request } from "node:https";
import { pipeline, type Readable } from "node:stream";
import { createGunzip } from "node:zlib";
import { readAddress } from "./feed-address.ts";
import { FeedProblem } from "./problems.ts";
import { isPublic } from "./public-addresses.ts";

/** How the network is reached. Only tests reach it otherwise: names, certificates and doors of their own. */
export type Reach = {
  /** All IP addresses of a name. */
  lookUp: (host: string) => Promise<string[]>;
  mayReach: (address: string) => boolean;
  doorOf: (address: string) => { host: string; port: number };
  /** Certificates to trust in place of those that everybody trusts. */
  ca?: string;
  /** Milliseconds for all of it, from the first name to the last byte. */
  patience: number;
};

export const openInternet: Reach = {
  lookUp: async (host) =>
    (await lookup(host, { all: true, order: "ipv4first" })).map(({ address }) => address),
  mayReach: isPublic,
  doorOf: (address) => ({ host: address, port: 443 }),
  patience: 10_000,
};

/** What the server said of its last answer, so that it can say when nothing has changed. */
export type Validators = { etag?: string | null; lastModified?: string | null };
export type Fetched = { text: string } & Validators;

const mostBytes = 2 * 1024 * 1024;
const mostRedirects = 3;

/** Gets what is at the address, or undefined when it has not changed. Throws FeedProblem. */
export async function fetchFeed(
  address: string,
  known: Validators = {},
  reach: Reach = openInternet,
): Promise<Fetched | undefined> {
  const signal = AbortSignal.timeout(reach.patience);
  try {
    let url = readAddress(address);
    // Validators belong to the address that gave them, so another one is not sent them.
    let headers = headersFor(known);
    for (let redirects = 0; ; redirects += 1) {
      const answer = await ask(url, headers, reach, signal);
      const place = isRedirect(answer) ? answer.headers.location : undefined;
      if (place === undefined) return await read(answer, signal);
      answer.destroy();
      if (redirects === mostRedirects) throw new FeedProblem("leads_on");
      url = readAddress(place, url);
      headers = headersFor({});
    }
  } catch (error) {
    if (error instanceof FeedProblem) throw error;
    throw new FeedProblem(signal.aborted ? "too_slow" : "unreachable");
  }
}

function headersFor({ etag, lastModified }: Validators): Record<string, string> {
  return {
    accept: "text/calendar, */*;q=0.1",
    "accept-encoding": "gzip",
    "user-agent": "Attune calendar reader",
    ...(etag && { "if-none-match": etag }),
    ...(lastModified && { "if-modified-since": lastModified }),
  };
}

async function ask(
  url: URL,
  headers: Record<string, string>,
  { lookUp, mayReach, doorOf, ca }: Reach,
  signal: AbortSignal,
): Promise<IncomingMessage> {
  const addresses = await inTime(lookUp(url.hostname), signal);
  const [first] = addresses;
  // One that may not be reached is enough: the name could lead there the next time.
  if (!first || !addresses.every(mayReach)) throw new FeedProblem(first ? "inside" : "unreachable");
  return new Promise((resolve, reject) => {
    // To the address that was checked, never to the name, which may mean another one by now.
    request({
      ...doorOf(first),
      servername: url.hostname.replace(/\.$/, ""),
      path: `${url.pathname}${url.search}`,
      headers: { host: url.host, ...headers },
      agent: false,
      ca,
      signal,
    })
      .once("response", resolve)
      .on("error", reject)
      .end();
  });
}

async function inTime<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  const late = Promise.withResolvers<never>();
  const giveUp = () => late.reject(signal.reason);
  signal.addEventListener("abort", giveUp, { once: true });
  return Promise.race([work, late.promise]).finally(() => signal.removeEventListener("abort", giveUp));
}

const isRedirect = ({ statusCode = 0 }: IncomingMessage) => [301, 302, 303, 307, 308].includes(statusCode);

async function read(answer: IncomingMessage, signal: AbortSignal): Promise<Fetched | undefined> {
  const { statusCode = 0, headers } = answer;
  try {
    if (statusCode === 304) return undefined;
    if (statusCode === 401 || statusCode === 403) throw new FeedProblem("login");
    if (statusCode === 404 || statusCode === 410) throw new FeedProblem("gone");
    if (statusCode !== 200)
      throw new FeedProblem(statusCode >= 500 || statusCode === 429 ? "unreachable" : "not_calendar");
    const text = await readText(decoded(answer), signal);
    return { text, etag: short(headers.etag), lastModified: short(headers["last-modified"]) };
  } finally {
    answer.destroy();
  }
}

const short = (header: string | undefined) => (header && header.length <= 256 ? header : null);

function decoded(answer: IncomingMessage): Readable {
  const coding = (answer.headers["content-encoding"] ?? "identity").trim().toLowerCase();
  if (coding === "identity") return answer;
  if (coding !== "gzip" && coding !== "x-gzip") throw new FeedProblem("not_calendar");
  return pipeline(answer, createGunzip(), () => {});
}

async function readText(body: Readable, signal: AbortSignal): Promise<string> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of body as AsyncIterable<Buffer>) {
    signal.throwIfAborted();
    size += chunk.byteLength;
    if (size > mostBytes) throw new FeedProblem("too_large");
    chunks.push(chunk);
  }
  // It takes the mark off that some put before the first letter.
  const text = new TextDecoder("utf-8").decode(Buffer.concat(chunks)).trimStart();
  if (/^BEGIN:VCALENDAR\s/i.test(text)) return text;
  const isSignIn =
    text.startsWith("<") && /type=["']?password|sign.?in|log.?in/i.test(text.slice(0, 200_000));
  throw new FeedProblem(isSignIn ? "login" : "not_calendar");
}
