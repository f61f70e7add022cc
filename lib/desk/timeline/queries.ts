import { asViewer, type Tx } from "#db/client.ts";
import type { CoachViewer } from "#lib/auth/viewer.ts";
import { listNoReplies } from "#lib/reflections/for-coach/no-replies.ts";
import { selectTimeline } from "./branches.ts";
import { type Item, pageOf } from "./items.ts";
import { readOpened } from "./opened.ts";
import type { Place, Show } from "./place.ts";

const most = 12;

type Asked = { show: Show; before: Place | undefined };

/** A page of a client's path with this coach, newest first, with what the coach has opened of it, and their numbers. */
export async function listTimeline(
  coach: CoachViewer,
  clientId: string,
  { show, before }: Asked,
  now: number,
) {
  return asViewer(coach, (tx) => readTimeline(tx, coach, clientId, { show, before }, now));
}

/** The same in a transaction of this coach's. */
export async function readTimeline(
  tx: Tx,
  coach: CoachViewer,
  clientId: string,
  { show, before }: Asked,
  now: number,
) {
  const asked = { coach, clientId, before, limit: most + 1 };
  const found = [...(await tx.execute<Item>(selectTimeline(show, asked)))];
  const isSilenceShown = show === "everything" || show === "written";
  const silences = isSilenceShown ? await listNoReplies(tx, coach, clientId, now) : [];
  const page = pageOf(found, silences, { before, most });
  const shareIds = page.items.flatMap((one) => (one.kind === "written" && one.said.opened ? [one.id] : []));
  return { ...page, ...(await readOpened(tx, coach, clientId, shareIds)) };
}
export type TimelinePage = Awaited<ReturnType<typeof listTimeline>>;
