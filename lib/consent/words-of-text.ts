import { parseMarkdown } from "#lib/lessons/markdown/processor.ts";
import { plainProse, proseHtml } from "#lib/lessons/markdown/prose.ts";

/** A text as a client reads it, with their coach's name in it. */
export function textHtml(body: string, coachName: string): string {
  // In Markdown a name could be more than its letters.
  const name = coachName.replace(/[^\p{L}\p{N}\s]/gu, (sign) => `\\${sign}`);
  return proseHtml(plainProse(parseMarkdown(sayCoach(body, name)).children));
}

export const sayCoach = (words: string, coachName: string) => words.replaceAll("{coach}", () => coachName);
