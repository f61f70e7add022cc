import { and, eq, inArray, isNotNull, isNull, max, min, sql } from "drizzle-orm";
import { stepAsSystem, type Tx } from "#db/client.ts";
import {
  bookingAttendees,
  bookings,
  reflectionShares,
  reflectionTemplates,
  sessionTypes,
  templateVersions,
  users,
} from "#db/schema/index.ts";
import type { CoachViewer } from "#lib/auth/viewer.ts";
import { setBefore } from "#lib/questions/queries.ts";
import { timeToAnswer } from "#lib/reflections/asked/times.ts";
import type { AboutShown } from "./shown.ts";

const day = 86_400_000;
const yearOfCheckIns = 400 * day;
const said = 183 * day;

export type NoReply = AboutShown & { at: number };

/** What a client was asked beside their sessions in the last half year, and did not show. It means only that. */
export async function listNoReplies(
  tx: Tx,
  coach: CoachViewer,
  clientId: string,
  now: number,
): Promise<NoReply[]> {
  const sessions = await listPast(tx, coach, clientId, now);
  if (sessions.length === 0) return [];
  const asked = await listAsked(tx, sessions, now);
  const shown = await listShownAbout(tx, coach, clientId);
  return asked.filter(
    ({ kind, day: on, session, at }) =>
      at <= now && at > now - said && !shown.has(aboutKey(kind, session?.id ?? "", on)),
  );
}

type Past = Awaited<ReturnType<typeof listPast>>[number];

async function listPast(tx: Tx, coach: CoachViewer, clientId: string, now: number) {
  return tx
    .select({
      id: bookings.id,
      during: bookings.during,
      typeId: bookings.typeId,
      name: sessionTypes.name,
      kind: sessionTypes.kind,
      zone: users.zone,
    })
    .from(bookings)
    .innerJoin(sessionTypes, eq(sessionTypes.id, bookings.typeId))
    .innerJoin(bookingAttendees, eq(bookingAttendees.bookingId, bookings.id))
    .innerJoin(users, eq(users.id, bookingAttendees.clientId))
    .where(
      and(
        eq(bookings.coachId, coach.id),
        eq(bookingAttendees.clientId, clientId),
        inArray(bookings.status, ["confirmed", "completed"]),
        sql`upper(${bookings.during}) <= ${new Date(now).toISOString()}`,
        sql`upper(${bookings.during}) > ${new Date(now - yearOfCheckIns - said).toISOString()}`,
      ),
    );
}

async function listAsked(tx: Tx, sessions: Past[], now: number): Promise<NoReply[]> {
  const sets = new Map<string, Since>();
  for (const typeId of new Set(sessions.filter((one) => isRecent(one, now)).map((one) => one.typeId))) {
    const set = await setBefore(tx, typeId);
    if (set) sets.set(typeId, await sinceWhen(tx, set.templateId));
  }
  const checkIns = sessions.some(({ kind }) => kind === "guidance") ? await listCheckIns(tx) : [];
  return sessions.flatMap((one): NoReply[] => {
    const session = { id: one.id, start: one.during.start, name: one.name };
    const { until } = timeToAnswer({ kind: "session", day: null }, one.during, one.zone);
    const since = sets.get(one.typeId);
    const before = since !== undefined && since < one.during.start;
    const after = one.kind === "guidance" ? checkIns : [];
    return [
      ...(before ? [{ kind: "session" as const, day: null, session, at: until }] : []),
      ...after.flatMap(({ day: on, since: from }, index) => {
        const time = timeToAnswer({ kind: "check_in", day: on }, one.during, one.zone, after[index + 1]?.day);
        return from < time.from ? [{ kind: "check_in" as const, day: on, session, at: time.until }] : [];
      }),
    ];
  });
}

const isRecent = ({ during }: Past, now: number) => during.end > now - said;

type Since = number;

/** Since when a set is there: nobody was asked before. */
async function sinceWhen(tx: Tx, templateId: string): Promise<Since> {
  const [found] = await tx
    .select({ since: min(templateVersions.publishedAt) })
    .from(templateVersions)
    .where(eq(templateVersions.templateId, templateId));
  return found?.since ?? Number.POSITIVE_INFINITY;
}

async function listCheckIns(tx: Tx): Promise<{ day: number; since: Since }[]> {
  const { day: on, kind, archivedAt, id } = reflectionTemplates;
  const rows = await tx
    .select({ day: max(on), since: min(templateVersions.publishedAt) })
    .from(reflectionTemplates)
    .innerJoin(templateVersions, eq(templateVersions.templateId, id))
    .where(and(eq(kind, "check_in"), isNull(archivedAt)))
    .groupBy(id)
    .orderBy(max(on));
  return rows.flatMap(({ day: one, since }) => (one === null || since === null ? [] : [{ day: one, since }]));
}

/** What was shown about which session: stands, or was opened before it was taken back. */
async function listShownAbout(tx: Tx, coach: CoachViewer, clientId: string): Promise<Set<string>> {
  const { kind, bookingId, day: on, authorId, readerId, withdrawnAt, openedAt } = reflectionShares;
  const rows = await stepAsSystem(tx, "what a coach was shown", () =>
    tx
      .selectDistinct({ kind, bookingId, on })
      .from(reflectionShares)
      .where(
        and(
          eq(authorId, clientId),
          eq(readerId, coach.id),
          isNotNull(bookingId),
          sql`(${withdrawnAt} is null or ${openedAt} is not null)`,
        ),
      ),
  );
  return new Set(rows.map((row) => aboutKey(row.kind, row.bookingId ?? "", row.on)));
}

const aboutKey = (kind: string, bookingId: string, on: number | null) => `${kind} ${bookingId} ${on}`;
