import { eq } from "drizzle-orm";
import { asViewer } from "#db/client.ts";
import { reflectionShares } from "#db/schema/index.ts";
import type { CoachViewer } from "#lib/auth/viewer.ts";
import { setBefore, setOnGuidanceDay } from "#lib/questions/queries.ts";
import { type Shown, selectShown } from "./shown.ts";

export type { AboutShown, Shown } from "./shown.ts";

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
