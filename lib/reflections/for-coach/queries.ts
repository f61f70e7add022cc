import { desc, eq } from "drizzle-orm";
import { asViewer } from "#db/client.ts";
import { reflectionShares } from "#db/schema/index.ts";
import type { CoachViewer } from "#lib/auth/viewer.ts";
import { setBefore, setOnGuidanceDay } from "#lib/questions/queries.ts";
import { listNoReplies } from "./no-replies.ts";
import { type AboutShown, type Shown, selectShown } from "./shown.ts";

export type { AboutShown, Shown } from "./shown.ts";

/** One line of what came from a client. Without an id: nobody answered, which means only that. */
export type FromClient = AboutShown & { id: string | null; at: number; openedAt: number | null };

const aPage = 20;

/** What a client shares with this coach beside lessons, and what they did not answer, newest first. Page 1 is the newest. */
export async function listFromClient(
  coach: CoachViewer,
  clientId: string,
  page: number,
  now: number,
): Promise<{ items: FromClient[]; hasMore: boolean }> {
  return asViewer(coach, async (tx) => {
    const { id, authorId, readableFrom } = reflectionShares;
    const end = page * aPage;
    const shown: FromClient[] = await selectShown(tx, coach, eq(authorId, clientId), {
      order: [desc(readableFrom), desc(id)],
      limit: end + 1,
    });
    const silent = await listNoReplies(tx, coach, clientId, now);
    const all = [...shown, ...silent.map((one) => ({ ...one, id: null, openedAt: null }))];
    all.sort((a, b) => b.at - a.at);
    return { items: all.slice(end - aPage, end), hasMore: all.length > end };
  });
}

/** What those who come share before a session, or on its day, and whether anything is asked before it at all. */
export async function listBesideSession(
  coach: CoachViewer,
  booking: { id: string; typeId: string; kind: string },
): Promise<{ asked: ("session" | "guidance_day")[]; shown: Shown[] }> {
  return asViewer(coach, async (tx) => {
    const before = await setBefore(tx, booking.typeId);
    const onDay = booking.kind === "guidance" ? await setOnGuidanceDay(tx) : undefined;
    const all = await selectShown(tx, coach, eq(reflectionShares.bookingId, booking.id));
    return {
      asked: [...(before ? ["session" as const] : []), ...(onDay ? ["guidance_day" as const] : [])],
      shown: all.filter(({ kind }) => kind !== "check_in"),
    };
  });
}
