import type { Answer } from "./ask.ts";

// What is random or the time of day in every answer.
const passing = new Set(["date", "keep-alive", "connection"]);

/** An answer with everything that may differ taken out: what is left tells one from another. */
export function sameness({ status, headers, text }: Answer, id: string): string {
  const nonce = /'nonce-([^']+)'/.exec(headers.get("content-security-policy") ?? "")?.[1];
  const kept = [...headers].filter(([name]) => !passing.has(name)).map((pair) => pair.join(": "));
  let said = [status, ...kept, text].join("\n").replace(/set-cookie: si=[\w-]+/g, "set-cookie: si=…");
  for (const part of [nonce, id, id && encodeURIComponent(id)]) if (part) said = said.replaceAll(part, "…");
  return inOrder(said);
}

// React sends the parts of a page as each is ready, and cuts them where the line happens to: a busy machine, not what is there.
function inOrder(text: string): string {
  return text
    .replaceAll('"])</script><script nonce="…">self.__next_f.push([1,"', "")
    .replace(/(?<=push\(\[1,").*(?="\]\))/g, (rows) => rows.split("\\n").sort().join("\\n"));
}
