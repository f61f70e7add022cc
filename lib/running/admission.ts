import type { IncomingMessage } from "node:http";
import { isIP } from "node:net";

export type Turned = {
  status: 400 | 405;
  code: string;
  sentence: string;
  allow?: string;
};

const methods = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"];

/** What never reaches the pages: the framework answers some of it with 500, or serves it as if it were GET. */
export function turnAway(method: string | undefined, url: string | undefined): Turned | undefined {
  if (!methods.includes(method ?? ""))
    return {
      status: 405,
      code: "method",
      sentence: "This cannot be asked here.",
      allow: methods.join(", "),
    };
  if (!isReadable(url ?? ""))
    return {
      status: 400,
      code: "address",
      sentence: "This address cannot be read. Please check it, or start from the home page.",
    };
  return undefined;
}

function isReadable(url: string): boolean {
  const [path = "", query = ""] = url.split("?", 2);
  if (!path.startsWith("/") || path.startsWith("//") || /[\\\s]/.test(path)) return false;
  try {
    // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what it looks for
    if (/[\u0000-\u001f\u007f]/.test(decodeURIComponent(path))) return false;
    decodeURIComponent(query.replaceAll("+", " "));
    return URL.canParse(url, "http://localhost");
  } catch {
    return false;
  }
}

type Facts = { appUrl: string; trustProxy: number; keepHost: boolean };

const ours =
  /^(x-attune-|x-forwarded|forwarded$|x-real-ip$|x-middleware-|x-invoke-|x-matched-path$|x-now-|x-vercel-|x-nextjs-data$|x-next-|x-original-|x-rewrite-)/;

/** Takes away every header by which a stranger could speak for a proxy or for the framework, and states the true ones. */
export function stateFacts(request: IncomingMessage, facts: Facts): void {
  const address = clientAddress(
    request.socket.remoteAddress,
    request.headers["x-forwarded-for"],
    facts.trustProxy,
  );
  const app = new URL(facts.appUrl);
  const stated: Record<string, string> = {
    "x-attune-address": address,
    "x-forwarded-for": address,
    "x-forwarded-proto": app.protocol.slice(0, -1),
    ...(!facts.keepHost && { host: app.host, "x-forwarded-host": app.host }),
  };
  const isKept = (name: string) => !ours.test(name.toLowerCase()) && !(name.toLowerCase() in stated);

  const raw = request.rawHeaders;
  const kept = raw.flatMap((name, at) => (at % 2 === 0 && isKept(name) ? [name, raw[at + 1] ?? ""] : []));
  request.rawHeaders = [...kept, ...Object.entries(stated).flat()];
  for (const name of Object.keys(request.headers)) if (!isKept(name)) delete request.headers[name];
  Object.assign(request.headers, stated);
}

/** The address of whoever asks: each trusted proxy in front has put one at the end of X-Forwarded-For. */
export function clientAddress(
  socket: string | undefined,
  forwardedFor: string | string[] | undefined,
  proxies: number,
): string {
  const hops = [...String(forwardedFor ?? "").split(","), socket ?? ""].map((hop) => bare(hop.trim()));
  const claimed = proxies > 0 ? hops.slice(-1 - proxies)[0] : undefined;
  return claimed && isIP(claimed) ? claimed : bare(socket ?? "");
}

function bare(hop: string): string {
  const [, bracketed] = /^\[([^\]]+)\]/.exec(hop) ?? [];
  const address =
    bracketed ?? (/^\d+\.\d+\.\d+\.\d+:\d+$/.test(hop) ? hop.slice(0, hop.lastIndexOf(":")) : hop);
  return address.replace(/^::ffff:(?=\d+\.)/i, "").replace(/%.*$/, "");
}
