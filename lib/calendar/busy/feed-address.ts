import { isIP } from "node:net";
import { FeedProblem } from "./problems.ts";

/** The address as it is asked for, `webcal:` being another word for `https:`. Throws FeedProblem when it may not be. */
export function readAddress(text: string, base?: URL): URL {
  const typed = text.trim().replace(/^webcals?:/i, "https:");
  const url = URL.parse(typed, base?.href);
  if (!url?.hostname) throw new FeedProblem("not_calendar");
  if (url.protocol === "http:") throw new FeedProblem("not_secure");
  if (url.protocol !== "https:") throw new FeedProblem("not_calendar");
  if (url.username || url.password || url.port || isNumeric(url.hostname) || isLocalName(url.hostname))
    throw new FeedProblem("inside");
  url.hash = "";
  return url;
}

// 2130706433 and 0x7f.1 have become 127.0.0.1 when the address was read.
const isNumeric = (host: string) => isIP(host.replace(/^\[|\]$|\.$/g, "")) !== 0;

const isLocalName = (host: string) =>
  !host.replace(/\.$/, "").includes(".") || /\.(localhost|local|internal|home\.arpa)\.?$/.test(host);
