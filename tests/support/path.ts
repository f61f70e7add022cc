import { placeIn, placeWords, type Show } from "#lib/desk/timeline/place.ts";
import { listTimeline } from "#lib/desk/timeline/queries.ts";
import type { Coach } from "#tests/support/people.ts";

type Someone = { id: string };

/** All of somebody's path as their coach sees it, page after page; each item once for each time it is shown. */
export async function wholePath(coach: Coach, client: Someone, show: Show = "everything", now = Date.now()) {
  const pages = [];
  let before = placeIn(undefined);
  do {
    const page = await listTimeline(coach, client.id, { show, before }, now);
    pages.push(page);
    before = page.rest && placeIn(placeWords(page.rest));
  } while (before);
  return pages;
}

type Came = { kind: string; day: number | null; id: string | null; opened: boolean; session: string | null };

/** What a coach finds under "written": what was shared, and what nobody answered. */
export async function listFromClient(coach: Coach, client: Someone, now = Date.now()) {
  const pages = await wholePath(coach, client, "written", now);
  const items = pages.flatMap((page) =>
    page.items.flatMap((one): Came[] => {
      if (one.kind === "silence") {
        const { kind, day, session } = one.said;
        return [{ kind, day, id: null, opened: false, session: session?.id ?? null }];
      }
      if (one.kind !== "written") return [];
      const { kind, day, opened, session } = one.said;
      return [{ kind, day, id: one.id, opened, session }];
    }),
  );
  return { items, pages: pages.map((page) => page.items.length) };
}

/** What a client shows this coach from lessons, newest first. */
export async function listShown(coach: Coach, clientId: string) {
  const pages = await wholePath(coach, { id: clientId }, "lessons");
  return pages.flatMap(({ items, fromLessons }) =>
    items.flatMap(({ kind, ...one }) => {
      const shown = kind === "written" && "id" in one ? fromLessons.get(one.id) : undefined;
      return shown ? [shown] : [];
    }),
  );
}
