import { randomUUID } from "node:crypto";
import { aPlan } from "#tests/support/agreements.ts";
import { templateMadeAt } from "#tests/support/notes.ts";
import { allNo } from "#tests/support/screening.ts";
import type { Side } from "./cast.ts";
import type { Subject } from "./subjects.ts";

export type Good = {
  subject?: Subject;
  query?: string;
  body?: object;
  /** In place of a body: what a form sends. */
  form?: string;
};
export type Make = (side: Side, id: string) => Good;

const aLine = {
  ...{ name: "A line", whatHappens: "Somebody answers.", hoursText: "", hoursVerified: false },
  ...{ ways: [{ kind: "call", to: "123", words: "" }], sourceUrl: "", position: 50, checked: false },
};

const healthOf = ({ client }: Side, coachId: string, answers: object) => ({
  ...{ author: client.id, coachId, templateVersionId: randomUUID(), answers, revision: 0 },
});

const aNoteOf = ({ client, coach }: Side, booking: string) => ({
  ...{ author: coach.id, purpose: "session", booking, about: client.id },
  ...{ answers: { stayed: "The kettle." }, revision: 0 },
});

const aChangedTemplate = {
  ...{ kind: "integration", part: "note", name: "After the day", seen: templateMadeAt },
  fields: [{ key: "stayed", label: "What stayed", words: "" }],
};

/** The same for what goes on between a coach and a client round a session, and what an owner looks after. */
export const deskRequests: Record<string, Make> = {
  "POST /api/coach/search": () => ({ body: { words: "Ada" } }),
  "POST /api/coach/journeys/[id]/archive": () => ({ subject: "journey", body: { archived: true } }),
  "POST /api/agreements": ({ agreed }, coach) => ({
    subject: "coach",
    body: { coach, topic: "voluntary", text: agreed, name: "Ada L" },
  }),
  "POST /api/agreements/withdraw": (_, coach) => ({ subject: "coach", body: { coach, topic: "voluntary" } }),
  "POST /api/agreements/stand-again": (_, coach) => ({
    subject: "coach",
    body: { coach, topic: "voluntary" },
  }),
  "POST /api/agreements/copy": (_, coach) => ({ subject: "coach", body: { coach } }),
  "POST /api/day-plan": (_, coach) => ({ subject: "coach", body: { coach, revision: 0, ...aPlan } }),
  "POST /api/day-plan/clear": (_, coach) => ({ subject: "coach", body: { coach } }),
  "GET /coach/clients/[id]/agreements": () => ({ subject: "client" }),
  "POST /api/coach/clients/[id]/agreements": () => ({ subject: "client", body: {} }),
  "POST /api/coach/clients/[id]/call": () => ({ subject: "planned", body: {} }),
  "POST /api/coach/bookings/[id]/asked-again": () => ({ subject: "itsDay", body: {} }),
  "POST /api/coach/bookings/[id]/asked-again/undo": () => ({ subject: "itsDay", body: {} }),
  "POST /api/practice/agreements/preview": () => ({ body: { title: "Fees", body: "**In short: less.**" } }),
  // A topic whose newest version is the first, for as long as nobody publishes.
  "POST /api/practice/agreements/[topic]": () => ({
    body: { title: "Fees", body: "**In short: less.**", after: 1 },
  }),
  "POST /api/practice/agreements/[topic]/confirm": () => ({ body: { version: 1, isConfirmed: true } }),
  "POST /api/practice/support": () => ({ body: { ...aLine, place: "eu", urgency: "hard" } }),
  "POST /api/practice/support/[id]": () => ({ body: aLine }),
  "POST /api/practice/support/[id]/bring-back": () => ({ subject: "lineRemoved" }),
  "GET /questions": ({ coach }) => ({ query: `with=${coach.id}&change=1` }),
  "POST /api/screenings/keep": (side, id) => ({
    subject: "ownCoach",
    body: healthOf(side, id, { heart: "no" }),
  }),
  "POST /api/screenings/share": (side, id) => ({ subject: "ownCoach", body: healthOf(side, id, allNo) }),
  "GET /coach/clients/[id]/screening": () => ({ subject: "client" }),
  "POST /api/coach/screenings/[id]/move": () => ({ body: { to: "in_conversation", reason: "We talked." } }),
  "POST /api/coach/notes": (side, id) => ({ subject: "held", body: aNoteOf(side, id) }),
  "POST /api/coach/notes/finish": (side, id) => ({ subject: "held", body: aNoteOf(side, id) }),
  "POST /api/coach/summaries": ({ client, coach }, booking) => ({
    subject: "held",
    body: { author: coach.id, booking, client: client.id, answers: { step: "Rest." }, revision: 0 },
  }),
  "POST /api/coach/summaries/send": ({ client }, booking) => ({
    subject: "summarised",
    body: { booking, client: client.id, revision: 1 },
  }),
  "GET /coach/sessions/[id]/summary": () => ({ subject: "summarised" }),
  "GET /coach/sessions/[id]/versions": () => ({ subject: "held", query: "of=note" }),
  "GET /api/coach/templates": () => ({ query: "kind=integration&part=note" }),
  "POST /api/coach/templates/[id]": () => ({ subject: "template", body: aChangedTemplate }),
};
