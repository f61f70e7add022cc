type Search = Record<string, string | string[] | undefined>;

/** How it went with a form that was sent without scripts. */
export function sentByForm(search: Search): "kept" | "problem" | undefined {
  if ("problem" in search) return "problem";
  return "kept" in search ? "kept" : undefined;
}
