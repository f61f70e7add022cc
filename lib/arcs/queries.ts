import { and, eq } from "drizzle-orm";
import { asViewer, type Tx } from "#db/client.ts";
import { bookingAttendees, bookings, users } from "#db/schema/index.ts";
import { type ArcSession, isLive, selectSessions } from "#lib/arcs/sessions.ts";
import { stepWords } from "#lib/arcs/words.ts";
import type { Viewer } from "#lib/auth/viewer.ts";
import { visibleTo } from "#lib/bookings/policy.ts";
import { mayConfirm, readGate } from "#lib/guidance/gate.ts";
import { checklist } from "#lib/guidance/words.ts";

/**
 * What belongs together with a session, in the order of their times, those that are off too; and as long as the day
 * itself lies ahead, what it waits for, in words for whoever reads it in `zone`. Undefined: it belongs to no arc, or is
 * not theirs.
 */
export async function findArc(viewer: Viewer, bookingId: string, zone: string, now: number) {
  return asViewer(viewer, async (tx) => {
    const arcId = await findArcId(tx, viewer, bookingId);
    if (!arcId) return undefined;
    const sessions = await selectSessions(tx, arcId);
    const day = sessions.find((session) => session.step === "guidance" && isLive(session));
    return {
      id: arcId,
      /** The id of the day itself, while it stands. */
      dayId: day?.id ?? null,
      isAsked: sessions.some(({ status }) => status === "requested"),
      sessions: sessions.map(({ id, step, status, during, typeName }) => ({
        id,
        step,
        label: stepWords(step),
        name: typeName,
        status,
        during,
      })),
      gate: day && day.during.start > now ? await gateOf(tx, viewer, { arcId, day, zone }, now) : null,
    };
  });
}
export type FoundArc = NonNullable<Awaited<ReturnType<typeof findArc>>>;

/** All sessions that belong together with this one, itself among them, in the order of their times. None: it is alone. */
export async function listArcSessions(viewer: Viewer, bookingId: string): Promise<ArcSession[]> {
  return asViewer(viewer, async (tx) => {
    const arcId = await findArcId(tx, viewer, bookingId);
    return arcId ? selectSessions(tx, arcId) : [];
  });
}

async function findArcId(tx: Tx, viewer: Viewer, bookingId: string): Promise<string | undefined> {
  const [head] = await tx
    .select({ id: bookings.arcId })
    .from(bookings)
    .where(and(eq(bookings.id, bookingId), visibleTo(viewer)));
  return head?.id ?? undefined;
}

type Asked = { arcId: string; day: ArcSession; zone: string };

async function gateOf(tx: Tx, viewer: Viewer, { arcId, day, zone }: Asked, now: number) {
  const [client] = await tx
    .select({ id: users.id, name: users.displayName })
    .from(bookingAttendees)
    .innerJoin(users, eq(users.id, bookingAttendees.clientId))
    .where(eq(bookingAttendees.bookingId, day.id));
  if (!client) return null;
  const question = { clientId: client.id, coachId: day.coachId, guidanceStart: day.during.start, arcId };
  const conditions = await readGate(tx, question, now);
  const otherName = viewer.role === "coach" ? client.name : day.coachName;
  return {
    /** Else the coach says yes only with a written reason. */
    mayConfirm: mayConfirm(conditions),
    conditions: checklist(conditions, { ...question, role: viewer.role, otherName, zone }),
  };
}
