const day = 86_400_000;

/** How long an entry that was thrown away can be brought back. Then it is deleted. */
export const keptFor = 30 * day;

/** The beginning of an entry in one line, as many whole words as fit. */
export function beginningOf(text: string, most = 120): string {
  const line = text
    .slice(0, most * 4)
    .replace(/\s+/g, " ")
    .trim();
  if (line.length <= most) return line;
  const cut = line.slice(0, most + 1);
  const end = cut.lastIndexOf(" ");
  return `${cut.slice(0, end > most / 2 ? end : most)}…`;
}

/** As it is looked for: small letters and capitals, and letters with and without marks, are the same. */
export function plainOf(text: string): string {
  return text
    .normalize("NFD")
    .replace(/\p{M}+/gu, "")
    .toLowerCase()
    .replace(/\s+/g, " ");
}

/** The words round the place where `wanted`, made plain, stands in a text; undefined: it does not. */
export function passageOf(text: string, wanted: string): string | undefined {
  const at = plainOf(text).indexOf(wanted);
  if (at < 0) return undefined;
  const line = text.normalize("NFC").replace(/\s+/g, " ");
  const from = at < 60 ? 0 : line.indexOf(" ", at - 40) + 1;
  return `${from > 0 ? "…" : ""}${beginningOf(line.slice(from))}`;
}
