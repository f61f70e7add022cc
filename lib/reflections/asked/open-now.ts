import { and, eq, inArray, isNull, sql } from "drizzle-orm";
import { asViewer, type Tx } from "#db/client.ts";
import {
  bookingAttendees,
  bookings,
  reflectionShares,
  reflections,
  reflectionTemplates,
  sessionTypes,
  users,
} from "#db/schema/index.ts";
import { together } from "#db/together.ts";
import type { ClientViewer } from "#lib/auth/viewer.ts";
import { minutesFor } from "#lib/questions/minutes.ts";
import { setBefore, setOnGuidanceDay } from "#lib/questions/queries.ts";
import type { About } from "./about.ts";
import type { Shared } from "./queries.ts";
import { timeToAnswer } from "./times.ts";

/** Something that a client can answer now. Instants in epoch milliseconds. */
export type OpenNow = {
  about: About;
  session: { start: number; end: number; coachName: string };
  /** About how long it takes. */
  minutes: number;
  /** When it was last written. Undefined: not begun. */
  writtenAt: number | undefined;
  /** What stands with the coach. */
  share: Shared | undefined;
};

/**
 * What is open to this client, soonest session first, and of guidance that was held the newest first. Nothing of what
 * was written is opened.
 */
export async function listOpen(client: ClientViewer, now: number): Promise<OpenNow[]> {
  return asViewer(client, async (tx) => {
    const [sessions, days] = await together(selectSessions(tx, client, now).execute(), selectDays(tx));
    const open = sessions.flatMap((session) =>
      aboutsOf(session, days).filter(({ time }) => time.from <= now && now < time.until),
    );
    if (open.length === 0) return [];
    const ids = [...new Set(open.map(({ about }) => about.bookingId))];
    const [minutes, written] = await together(
      readMinutes(tx, open),
      selectWritten(tx, client, ids).execute(),
    );
    return open.flatMap(({ about, session }, index) => {
      const length = minutes[index];
      if (length === undefined) return [];
      const { coachName, during } = session;
      const own = written.find((row) => isAbout(row, about));
      return [
        {
          about,
          session: { ...during, coachName },
          minutes: length,
          writtenAt: own?.writtenAt,
          share: own?.share ? { ...own.share, isNewest: own.share.revision === own.revision } : undefined,
        },
      ];
    });
  });
}

type Session = Awaited<ReturnType<ReturnType<typeof selectSessions>["execute"]>>[number];
type Open = { about: About; session: Session; time: { from: number; until: number } };

const isAbout = (row: { bookingId: string | null; kind: string; day: number | null }, about: About) =>
  row.bookingId === about.bookingId && row.kind === about.kind && row.day === about.day;

/** Sessions that are near, or were guidance and are not longer past than a check-in asks about. */
function selectSessions(tx: Tx, client: ClientViewer, now: number) {
  const begins = sql`lower(${bookings.during})`;
  const at = (days: number) => sql`${new Date(now + days * 86_400_000).toISOString()}::timestamptz`;
  const isGuidance = sql<boolean>`${sessionTypes.kind} = 'guidance'`;
  return tx
    .select({
      bookingId: bookings.id,
      during: bookings.during,
      typeId: bookings.typeId,
      isGuidance,
      isOver: sql<boolean>`upper(${bookings.during}) <= ${at(0)}`,
      coachName: users.displayName,
      // Of the reader, who is the only one of the clients that they can look up.
      zone: sql<string>`(select zone from users where id = ${client.id})`,
    })
    .from(bookings)
    .innerJoin(bookingAttendees, eq(bookingAttendees.bookingId, bookings.id))
    .innerJoin(sessionTypes, eq(sessionTypes.id, bookings.typeId))
    .innerJoin(users, eq(users.id, bookings.coachId))
    .where(
      and(
        eq(bookingAttendees.clientId, client.id),
        inArray(bookings.status, ["confirmed", "completed"]),
        sql`${begins} <= ${at(4)}`,
        sql`(upper(${bookings.during}) > ${at(0)} or (${isGuidance} and ${begins} > ${at(-432)}))`,
      ),
    )
    .orderBy(sql`upper(${bookings.during}) <= ${at(0)}`, sql`abs(extract(epoch from ${begins} - ${at(0)}))`);
}

async function selectDays(tx: Tx): Promise<number[]> {
  const { kind, day, archivedAt } = reflectionTemplates;
  const rows = await tx
    .select({ day })
    .from(reflectionTemplates)
    .where(and(eq(kind, "check_in"), isNull(archivedAt)))
    .orderBy(day);
  return rows.flatMap((row) => row.day ?? []);
}

function aboutsOf(session: Session, days: readonly number[]): Open[] {
  const { bookingId, during, zone, isGuidance, isOver } = session;
  const asked = (about: About, nextDay?: number) => ({
    ...{ about, session },
    time: timeToAnswer(about, during, zone, nextDay),
  });
  if (isOver) return days.map((day, index) => asked({ bookingId, kind: "check_in", day }, days[index + 1]));
  return [
    ...(isGuidance ? [asked({ bookingId, kind: "guidance_day", day: null })] : []),
    asked({ bookingId, kind: "session", day: null }),
  ];
}

/** Undefined where nothing is asked. */
async function readMinutes(tx: Tx, open: readonly Open[]): Promise<(number | undefined)[]> {
  const sets = await together(
    ...open.map(({ about, session }) => {
      if (about.kind === "check_in") return undefined;
      return about.kind === "session" ? setBefore(tx, session.typeId) : setOnGuidanceDay(tx);
    }),
  );
  return sets.map((set, index) =>
    open[index]?.about.kind === "check_in" ? 2 : set && minutesFor(set.questions),
  );
}

function selectWritten(tx: Tx, client: ClientViewer, bookingIds: string[]) {
  const { bookingId, kind, day, revision, writtenAt, authorId, id } = reflections;
  const { sharedAt, readableFrom, openedAt, reader, withdrawnAt } = reflectionShares;
  return tx
    .select({
      ...{ bookingId, kind, day, revision, writtenAt },
      share: {
        ...{ id: reflectionShares.id, sharedAt, readableFrom, openedAt },
        revision: reflectionShares.revision,
      },
    })
    .from(reflections)
    .leftJoin(
      reflectionShares,
      and(eq(reflectionShares.reflectionId, id), eq(reader, "coach"), isNull(withdrawnAt)),
    )
    .where(and(eq(authorId, client.id), inArray(bookingId, bookingIds)));
}
