import { ownPath } from "#lib/auth/next-path.ts";
import { wordsPage } from "#lib/http/words-page.ts";
import { largestWriting } from "./input.ts";

/** Where whoever sent a form without scripts was: the lesson, at the block. */
export function pageOf({ back, block }: Record<string, string>): string {
  const place = /^[a-z0-9-]{1,80}$/.test(block ?? "") ? `#${block}` : "";
  return `${ownPath(back) ?? "/lessons"}${place}`;
}

/** A form that carries words gives them back when they could not be kept. */
export const carriesWords = {
  limit: largestWriting,
  instead: (fields: Record<string, string>, status: number) => {
    // Saved first; whom to show it to can be chosen again on the page.
    const { reader: _, ...kept } = fields;
    const page = pageOf(fields);
    const isWords = (name: string) => name.startsWith("answer.");
    return wordsPage({ action: "/api/reflections", fields: kept, isWords, page, place: "lesson", status });
  },
};
