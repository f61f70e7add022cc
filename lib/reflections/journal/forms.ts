import { ownPath } from "#lib/auth/next-path.ts";
import { wordsPage } from "#lib/http/words-page.ts";
import { largestEntry } from "./input.ts";

/** Where whoever sent a form without scripts was. */
export const pageOf = ({ back }: Record<string, string>) => ownPath(back) ?? "/journal";

/** A form that carries words gives them back when they could not be kept. */
export const carriesEntry = {
  limit: largestEntry,
  instead: (fields: Record<string, string>, status: number) => {
    const isWords = (name: string) => name === "answer.text";
    return wordsPage({
      ...{ action: "/api/journal", fields, isWords, page: pageOf(fields), status },
      place: "journal",
    });
  },
};
