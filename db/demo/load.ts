import { createHash } from "node:crypto";
import { eq } from "drizzle-orm";
import { drizzle } from "drizzle-orm/postgres-js";
import postgres from "postgres";
import { defaultTypes } from "../practice/default-types.ts";
import {
  arcs,
  bookingAttendees,
  bookings,
  clients,
  coaches,
  journeyMembers,
  journeys,
  lessonSuggestions,
  lessons,
  sessionTypes,
  users,
  weeklyHours,
} from "../schema/index.ts";
import { demoAccounts, demoPeople } from "./people.ts";
import { type DemoSession, demoSessions } from "./sessions.ts";

type Tx = Parameters<Parameters<ReturnType<typeof drizzle>["transaction"]>[0]>[0];
const minute = 60_000;
const hour = 60 * minute;
const proposalHours = 72;
const { coach, mara, jonas, ute } = demoPeople;

/** Fills an empty database with the demo practice. On one that has it already, nothing changes. */
export async function loadDemo(url: string, now: number): Promise<typeof demoAccounts> {
  const connection = postgres(url, { max: 1, onnotice: () => {} });
  try {
    await drizzle(connection, { casing: "snake_case" }).transaction(async (tx) => {
      const [isNew] = await tx
        .insert(users)
        .values({
          id: coach.id,
          role: "owner",
          email: coach.email,
          displayName: coach.name,
          zone: coach.zone,
        })
        .onConflictDoNothing()
        .returning({ id: users.id });
      if (isNew) await fill(tx, now);
      // A demo of an earlier version knew no owner.
      else await tx.update(users).set({ role: "owner" }).where(eq(users.id, coach.id));
    });
    return demoAccounts;
  } finally {
    await connection.end({ timeout: 5 });
  }
}

async function fill(tx: Tx, now: number): Promise<void> {
  await tx.insert(coaches).values({ id: coach.id, zone: coach.zone });
  const people = [mara, jonas, ute];
  await tx.insert(users).values(
    people.map(({ id, email, name, zone }) => ({
      id,
      email,
      displayName: name,
      zone,
    })),
  );
  await tx.insert(clients).values(people.map(({ id }) => ({ id, adultSaidAt: now })));
  const types = defaultTypes.map((type, position) => ({
    ...type,
    position,
    id: idFor(`type ${type.kind}`),
    coachId: coach.id,
  }));
  await tx.insert(sessionTypes).values(types);
  await tx.insert(weeklyHours).values(openingHours());
  for (const { id } of people) await beginJourney(tx, "individual", [id]);
  await beginJourney(tx, "couple", [jonas.id, ute.id]);
  await tx
    .insert(arcs)
    .values({ id: arcId, coachId: coach.id, journeyId: idFor(`journey individual ${ute.id}`) });
  const sessions = demoSessions(now, coach.zone);
  for (const session of sessions) await book(tx, session, now);
  const next = sessions.find(({ who, start }) => who[0] === "mara" && start > now);
  if (next) for (const beside of demoSuggestions) await suggest(tx, next, beside);
}

/** Beside the next session of Mara's: one that she finds on her first page, and one for the day after. */
const demoSuggestions = [
  { slug: "steady-yourself-first", block: null, days: -5 },
  { slug: "when-one-reaches", block: "draw-the-loop", days: 1 },
];

async function suggest(
  tx: Tx,
  { start }: DemoSession,
  { slug, ...beside }: (typeof demoSuggestions)[number],
): Promise<void> {
  const [lesson] = await tx.select({ id: lessons.id }).from(lessons).where(eq(lessons.slug, slug));
  if (!lesson) return;
  const bookingId = idFor(`booking ${start}`);
  await tx
    .insert(lessonSuggestions)
    .values({ ...beside, bookingId, clientId: mara.id, coachId: coach.id, lessonId: lesson.id });
}

function openingHours() {
  const ranges = [
    [540, 720],
    [780, 1050],
  ];
  const days = [1, 2, 3, 4, 5].flatMap((weekday) =>
    ranges.map(([fromMinute = 0, toMinute = 0]) => ({
      coachId: coach.id,
      weekday,
      fromMinute,
      toMinute,
    })),
  );
  return [
    ...days,
    { coachId: coach.id, weekday: 4, fromMinute: 1080, toMinute: 1200 },
    // A whole day is only free where there is no break.
    { coachId: coach.id, weekday: 5, fromMinute: 720, toMinute: 780, kinds: ["guidance" as const] },
  ];
}

async function beginJourney(tx: Tx, kind: "individual" | "couple", members: string[]): Promise<void> {
  const journeyId = idFor(`journey ${kind} ${members[0]}`);
  await tx.insert(journeys).values({ id: journeyId, coachId: coach.id, kind });
  await tx.insert(journeyMembers).values(
    members.map((clientId) => ({
      journeyId,
      clientId,
      coachId: coach.id,
      kind,
    })),
  );
}

async function book(tx: Tx, session: DemoSession, now: number): Promise<void> {
  const { who, isOver, isAsked = false, movedFrom, offers = [], step } = session;
  const { id, row, during, minutes } = rowOf(session);
  const status = isAsked ? "requested" : isOver ? "completed" : "confirmed";
  await tx.insert(bookings).values({
    ...row,
    status,
    ...(step && { arcId, arcStep: step }),
    ...(movedFrom !== undefined && {
      movedFrom: { start: movedFrom, end: movedFrom + minutes * minute },
      movedAt: now - 2 * hour,
      icsSequence: 1,
    }),
  });
  await tx.insert(bookingAttendees).values(
    who.map((name, index) => ({
      bookingId: id,
      clientId: demoPeople[name].id,
      during,
      active: true,
      agreedAt: isAsked && index > 0 ? null : now,
    })),
  );
  for (const start of offers)
    await tx.insert(bookings).values({
      ...rowOf({ ...session, start }).row,
      status: "held",
      proposedFor: id,
      holdExpires: now + proposalHours * hour,
    });
}

function rowOf({ kind, who, start }: DemoSession) {
  const type = defaultTypes.find((one) => one.kind === kind);
  if (!type) throw new Error("The demo names a kind that no practice has");
  const during = { start, end: start + type.minutes * minute };
  const id = idFor(`booking ${start}`);
  const first = demoPeople[who[0] ?? "mara"];
  const members = kind === "couple" ? jonas : first;
  const row = {
    id,
    coachId: coach.id,
    typeId: idFor(`type ${kind}`),
    journeyId: idFor(`journey ${kind === "couple" ? "couple" : "individual"} ${members.id}`),
    during,
    occupied: { start, end: during.end + (type.after ?? 15) * minute },
    bookedZone: first.zone,
    icsUid: `${id}@attune`,
    idempotencyOwner: "demo",
    idempotencyKey: id,
    idempotencyHash: Buffer.alloc(32),
  };
  return { id, row, during, minutes: type.minutes };
}

const arcId = idFor("arc");

// Fixed ids, so that loading twice meets its own rows.
function idFor(name: string): string {
  const hex = createHash("sha256").update(`attune demo ${name}`).digest("hex");
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
