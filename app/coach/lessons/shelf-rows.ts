import { dateOf } from "#app/ui/when.tsx";
import type { ShelfCourse, ShelfLesson, ShelfText } from "#lib/lessons/authoring/shelf.ts";
import type { Audience } from "#lib/lessons/course-files.ts";
import { languageName } from "./language-names.ts";

/** A lesson as it stands on the shelf, all of it in words. */
export type ShelfRow = {
  id: string;
  title: string;
  audience: Audience;
  /** "Withdrawn since Friday 4 December", null while readers find it. */
  withdrawn: string | null;
  texts: TextRow[];
};

export type TextRow = {
  language: string;
  name: string;
  published: string | null;
  draft: string | null;
  versionId: string | null;
};

type Clock = { zone: string; now: number };

export function shelfRows({ lessons }: ShelfCourse, clock: Clock): ShelfRow[] {
  return lessons.map(({ id, title, audience, withdrawnAt, texts }: ShelfLesson) => ({
    id,
    title,
    audience,
    withdrawn: withdrawnAt === null ? null : `Withdrawn since ${dateOf(withdrawnAt, clock.zone, clock.now)}`,
    texts: texts.map((text) => textRow(text, clock)),
  }));
}

function textRow({ language, published, draft }: ShelfText, { zone, now }: Clock): TextRow {
  return {
    language,
    name: languageName(language),
    published: published && `Published ${dateOf(published.at, zone, now)}${byWords(published.by)}`,
    draft: draft && `Draft by ${draft.by}, ${dateOf(draft.at, zone, now)}`,
    versionId: published?.id ?? null,
  };
}

/** " by Sergio", or how else it came here. */
export function byWords(by: string | null): string {
  return by === null ? ", came with the portal" : ` by ${by}`;
}
