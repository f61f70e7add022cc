import { randomUUID } from "node:crypto";
import { and, eq } from "drizzle-orm";
import { asSystem } from "#db/client.ts";
import { bookingAttendees, bookings, coachInvitations, courses } from "#db/schema/index.ts";
import { ensureIndividualJourney } from "#lib/journeys/ensure-individual.ts";
import { keepSummary } from "#lib/summaries/keep-summary.ts";
import { aDayPlan, aTopic } from "#tests/support/agreements.ts";
import { aGuidanceHeld, aSessionToCome, lastMinuteOfToday } from "#tests/support/asked.ts";
import { aBooking, aHold } from "#tests/support/bookings.ts";
import { aBusyFeed } from "#tests/support/busy-feeds.ts";
import { aCalendarFeed } from "#tests/support/feeds.ts";
import { aFlag, aJournalShare } from "#tests/support/flags.ts";
import { anEntry } from "#tests/support/journal.ts";
import { aDraft, aLesson } from "#tests/support/lessons.ts";
import { anUnsureMessage } from "#tests/support/messages.ts";
import {
  aboutSession,
  aSentSummary,
  aSessionHeld,
  aTemplate,
  aVersion,
  summaryOf,
} from "#tests/support/notes.ts";
import { aClient, aCoach, anOwner, aTimeOff, type Client, type Coach } from "#tests/support/people.ts";
import { aQuestionSet } from "#tests/support/questions.ts";
import { aSharedRound } from "#tests/support/screening.ts";
import { aSuggestion } from "#tests/support/suggestions.ts";
import { aSupportLine } from "#tests/support/support-lines.ts";
import { aShare, aWriting } from "#tests/support/writing.ts";

const hour = 3_600_000;
const day = 24 * hour;

export type Pair = {
  client: Client;
  /** Comes with the client to sessions of two. */
  partner: Client;
  coach: Coach;
  type: string;
  /** What is only asked for. */
  guidance: string;
  /** The client's own with this coach. */
  journey: string;
  /** A lesson in which the client writes, and the version that is read. */
  writing: { id: string; versionId: string };
  /** The text that is asked for a yes to. */
  agreed: string;
  /** The time that is proposed in place of each request. */
  proposals: Map<string, string>;
};

/**
 * What an id in the path, or in the body, is an id of. A request is one for which another time is proposed; a shared
 * one has yet to be agreed to by the client; a past one is over.
 */
const subjects = {
  type: async ({ type }: Pair) => type,
  client: async ({ client }: Pair) => client.id,
  coach: async ({ coach }: Pair) => coach.id,
  journey: async ({ journey }: Pair) => journey,
  booking: ({ client, coach, type }: Pair) =>
    aBooking({ for: client, with: coach, type, start: anotherTime() }),
  hold: aHoldOf,
  request: async (pair: Pair) => {
    const id = await aRequest(pair, [pair.client]);
    await agree(id, pair.client);
    pair.proposals.set(id, await aProposal(pair, id));
    return id;
  },
  shared: async (pair: Pair) => {
    const id = await aRequest(pair, [pair.client, pair.partner]);
    await agree(id, pair.partner);
    return id;
  },
  // Somebody else's, since these two make and stop their own.
  calendar: async () => aCalendarFeed(await aClient()),
  feed: async ({ coach }: Pair) => aBusyFeed(coach),
  // In a year when nobody books.
  timeOff: ({ coach }: Pair) => aTimeOff(coach, "2032-01-01"),
  invitation: anInvitation,
  line: () => aSupportLine(),
  lineRemoved: () => aSupportLine({ removedAt: Date.now() }),
  past: ({ client, coach, type }: Pair) =>
    aBooking({ for: client, with: coach, type, start: anotherPastTime() }),
  message: ({ client }: Pair) => anUnsureMessage(client),
  letter: async () => "booking_confirmed",
  topic: async () => "voluntary",
  // A text of its own for each time, since publishing asks for the version that was seen.
  ownTopic: aTopic,
  planned: async ({ client, coach }: Pair) => {
    await aDayPlan(client, coach);
    return client.id;
  },
  itsDay: ({ client, coach }: Pair) =>
    aSessionToCome({
      for: client,
      with: coach,
      kind: "guidance",
      start: anotherMinuteOfToday(coach.zone),
      minutes: 1,
    }),
  questions: () => aQuestionSet("Ours"),
  lesson: async () => (await aLesson()).id,
  suggestion: async (pair: Pair) => {
    const booking = await subjects.booking(pair);
    const { slug } = await aLesson();
    return aSuggestion({ by: pair.coach, for: pair.client, booking, days: 30, lesson: slug });
  },
  share: async ({ client, coach }: Pair) => aShare(client, coach),
  asked: ({ client, coach }: Pair) =>
    aSessionToCome({ for: client, with: coach, start: aTimeSoon(), minutes: 5 }),
  askedOfTwo: ({ client, partner, coach }: Pair) =>
    aSessionToCome({ for: [client, partner], with: coach, kind: "couple", start: aTimeSoon(), minutes: 5 }),
  guidanceToday: ({ client, coach }: Pair) =>
    aSessionToCome({
      for: client,
      with: coach,
      kind: "guidance",
      start: lastMinuteOfToday(client.zone),
      minutes: 1,
    }),
  guidanceHeld: ({ client, coach }: Pair) => aGuidanceHeld({ for: client, with: coach }),
  // Of an entry in the journal, so that a day of guidance can be asked for as before.
  reflection: ({ client, coach }: Pair) => aJournalShare(client, coach, { isOpened: true }),
  flag: async ({ client, coach }: Pair) =>
    aFlag({ of: client, for: coach, share: await aJournalShare(client, coach, { isOpened: true }) }),
  // Another coach of the same client's, to whom nothing was said yet.
  ownCoach: async ({ client }: Pair) => {
    const coach = await aCoach();
    await asSystem("the scoreboard needs a way", (tx) => ensureIndividualJourney(tx, client.id, coach.id));
    return coach.id;
  },
  screening: ({ client, coach }: Pair) =>
    aSharedRound(client, coach, { access_needs: `A chair, ${randomUUID()}.` }),
  held: ({ client, coach }: Pair) => aSessionHeld({ for: client, with: coach, start: anotherPastTime() }),
  // With a summary that its coach has begun.
  summarised: async ({ client, coach }: Pair) => {
    const id = await aSessionHeld({ for: client, with: coach, start: anotherPastTime() });
    await keepSummary(coach, summaryOf(coach, [id, client], { step: "Rest." }), Date.now());
    return id;
  },
  sent: async ({ client, coach }: Pair) => {
    const id = await aSessionHeld({ for: client, with: coach, start: anotherPastTime() });
    return aSentSummary(coach, id, client);
  },
  version: async ({ client, coach }: Pair) => {
    const id = await aSessionHeld({ for: client, with: coach, start: anotherPastTime() });
    return aVersion(coach, aboutSession(id, client));
  },
  template: ({ coach }: Pair) => aTemplate(coach),
  entry: ({ client }: Pair) => anEntry(client, "A morning."),
  written: ({ client }: Pair) => aWriting(client),
  course: aCourse,
  draft: async ({ coach }: Pair) => aDraft(coach, (await aLesson()).id),
  lessonSlug: async () => (await aLesson()).slug,
};

let minutesOfToday = 1;
const anotherMinuteOfToday = (zone: string) => {
  minutesOfToday += 1;
  return lastMinuteOfToday(zone) - minutesOfToday * 60_000;
};

async function aCourse(): Promise<string> {
  const words = { title: "Evenings", summary: "Small things.", intro: "Begin." };
  const [made] = await asSystem("a test needs a course", (tx) =>
    tx
      .insert(courses)
      .values({ ...words, slug: `evenings-${randomUUID()}` })
      .returning({ id: courses.id }),
  );
  return made?.id ?? "";
}

// Not by the command that invites: it writes a letter, and letters are only read inside the build.
async function anInvitation(): Promise<string> {
  const { id: invitedBy } = await anOwner();
  const email = `invited-${randomUUID()}@example.org`;
  const [made] = await asSystem("a test needs an invitation", (tx) =>
    tx
      .insert(coachInvitations)
      .values({ name: "Lee", email, invitedBy, invitedAt: Date.now() })
      .returning({ id: coachInvitations.id }),
  );
  return made?.id ?? "";
}

export type Subject = keyof typeof subjects;

/** Times at which nothing else is. */
export const subjectTimes = { soon: aTimeSoon, later: anotherTime };

/** One that has just been made, at a time when nothing else is. */
export const fresh = (subject: Subject, pair: Pair): Promise<string> => subjects[subject](pair);

export async function oneOfEach(pair: Pair): Promise<Record<Subject, string>> {
  const ids = {} as Record<Subject, string>;
  for (const subject of Object.keys(subjects) as Subject[]) ids[subject] = await fresh(subject, pair);
  return ids;
}

let hours = 0;

/** An hour from the day after tomorrow on that nobody has asked for yet. */
export function anotherTime(): number {
  hours += 1;
  return Math.floor(Date.now() / day) * day + 2 * day + hours * hour;
}

let pastHours = 0;

/** An hour of the weeks that lie before the last one, in which days of guidance were held. */
function anotherPastTime(): number {
  pastHours += 1;
  return Math.floor(Date.now() / hour) * hour - 8 * day - pastHours * hour;
}

let minutes = 60;

/** Within the day, when nothing else is, so that what is asked before it can be answered. */
function aTimeSoon(): number {
  minutes += 5;
  return Math.floor(Date.now() / hour) * hour + minutes * 60_000;
}

function aHoldOf({ client, coach, type }: Pair): Promise<string> {
  return aHold({ email: client.email, with: coach, type, start: anotherTime(), until: Date.now() + day });
}

function aRequest({ coach, type }: Pair, clients: Client[]): Promise<string> {
  return aBooking({ for: clients, with: coach, type, start: anotherTime(), status: "requested" });
}

async function agree(bookingId: string, { id: clientId }: Client): Promise<void> {
  const theirs = and(eq(bookingAttendees.bookingId, bookingId), eq(bookingAttendees.clientId, clientId));
  await asSystem("a test needs somebody to agree", (tx) =>
    tx.update(bookingAttendees).set({ agreedAt: Date.now() }).where(theirs),
  );
}

async function aProposal(pair: Pair, requestId: string): Promise<string> {
  const id = await aHoldOf(pair);
  const changes = { proposedFor: requestId, heldName: null, heldEmail: null, journeyId: pair.journey };
  await asSystem("a test needs a proposal", (tx) =>
    tx.update(bookings).set(changes).where(eq(bookings.id, id)),
  );
  return id;
}

/** Of today, where they live. */
