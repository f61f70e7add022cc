import { telling } from "#lib/mail/telling.ts";

const longest = 48;

/**
 * What stands in the address of something with this title. It can be read over a shoulder, so words that would tell what
 * somebody comes here for are left out.
 */
export function slugFrom(title: string, otherwise: string): string {
  const words = title
    .normalize("NFKD")
    .replace(/[\p{M}’']/gu, "")
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== "" && !telling.test(word));
  let slug = "";
  for (const word of words) {
    const longer = slug ? `${slug}-${word}` : word.slice(0, longest);
    if (longer.length > longest) break;
    slug = longer;
  }
  return slug || otherwise;
}

/** The slug itself, then others like it: "two-people", "two-people-2", "two-people-3" … */
export function* slugsLike(slug: string): Generator<string, never> {
  yield slug;
  for (let number = 2; ; number += 1) yield `${slug}-${number}`;
}
