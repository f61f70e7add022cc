import { z } from "zod";

const local = /^[^\s@"'<>,;:\\()[\]]{1,64}$/;
const domain = /^(?=.{4,253}$)([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z][a-z0-9-]{0,61}[a-z0-9]$/;
// Beyond ASCII, lower case means one thing here and another in the database, and few mail servers take it.
const printable = /^[\x21-\x7e]+$/;

/**
 * The one spelling of a mail address that is stored, compared and written to, or undefined when it is none.
 * Look-alike signs are unified before anything is checked. Plus tags and dots stay: they may be part of who it is.
 */
export function normalizeAddress(typed: unknown): string | undefined {
  if (typeof typed !== "string" || typed.length > 1_000) return undefined;
  const parts = typed.normalize("NFKC").trim().toLowerCase().split("@");
  const [name, host] = parts;
  if (parts.length !== 2 || !name || !host || !printable.test(name) || !local.test(name)) return undefined;
  const ascii = toPunycode(host);
  if (!ascii || !domain.test(ascii)) return undefined;
  const address = `${name}@${ascii}`;
  return address.length <= 254 ? address : undefined;
}

// URL does the punycode, in browsers as well, but it also reads ports, paths and percents: those must not be there.
function toPunycode(host: string): string | undefined {
  if (/[\0-,/:-`{-\x7f\s]/.test(host) || !URL.canParse(`http://${host}`)) return undefined;
  return new URL(`http://${host}`).hostname;
}

/** The zod form of the same, for every input that holds an address. */
export const emailAddress = z.unknown().transform((typed, context) => {
  const address = normalizeAddress(typed);
  if (address) return address;
  context.addIssue({
    code: "custom",
    message: "Please check this address. It should look like name@example.org.",
  });
  return z.NEVER;
});

/** "a…@example.org": enough for its owner to know it by. */
export function maskAddress(address: string): string {
  return address.replace(/^(.)[^@]*/, "$1…");
}
