type Search = Record<string, string | string[] | undefined>;

export type Which = number | "draft";

/** What the page is asked to show. What nobody could ask for is as if nothing was asked. */
export function askedFor(search: Search) {
  const one = (name: string) => (typeof search[name] === "string" ? search[name] : undefined);
  return {
    language: one("in") ?? "en",
    read: whichIn(one("read")),
    from: whichIn(one("from")),
    to: whichIn(one("to")),
  };
}

function whichIn(text: string | undefined): Which | undefined {
  if (text === "draft") return text;
  return text && /^[1-9]\d{0,6}$/.test(text) ? Number(text) : undefined;
}

export function whichWords(which: Which | undefined): string {
  return which === "draft" ? "the draft" : `version ${which}`;
}
