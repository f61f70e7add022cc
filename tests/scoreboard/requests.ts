import { randomUUID } from "node:crypto";
import { newSecret } from "#lib/auth/one-way.ts";
import { offToken } from "#lib/mail/off-token.ts";
import { settings } from "#lib/running/settings.ts";
import { seal } from "#lib/sealed/seal.ts";
import { calmAnswers } from "#tests/support/asked.ts";
import { entryOf } from "#tests/support/journal.ts";
import { always, type Coach } from "#tests/support/people.ts";
import { anOwnQuestion } from "#tests/support/questions.ts";
import { allNo } from "#tests/support/screening.ts";
import type { Side } from "./cast.ts";
import { anotherTime, type Subject } from "./subjects.ts";

type Good = {
  subject?: Subject;
  query?: string;
  body?: object;
  /** In place of a body: what a form sends. */
  form?: string;
};
type Make = (side: Side, id: string) => Good;

const today = () => new Date().toISOString().slice(0, 10);
const nextTime = () => new Date(anotherTime()).toISOString();
const wish = ({ type }: Side) => ({ typeId: type, start: nextTime(), zone: "Europe/Lisbon" });
const nobody = () => `nobody-${randomUUID()}@example.org`;

// Nowhere, so that nobody is asked for it.
const aFeed = { name: "Work", address: "https://calendar.invalid/mine.ics" };

function undoOf({ id }: Coach): string {
  const place = `busy_feeds|undo|${id}`;
  return seal(settings().encryptionKeys, JSON.stringify(aFeed), place).toString("base64url");
}

let days = 0;

// Each time beside another day, since there is one for each.
function undoOfSuggestion({ client, coach, ids }: Side): string {
  const row = { id: randomUUID(), bookingId: ids.booking, clientId: client.id, coachId: coach.id };
  days = (days % 120) + 1;
  const rest = { lessonId: ids.lesson, block: null, days, doneAt: null };
  const place = `lesson_suggestions|undo|${coach.id}`;
  return seal(settings().encryptionKeys, JSON.stringify({ ...row, ...rest }), place).toString("base64url");
}
const aCourse = { title: "Evenings", summary: "Small things.", intro: "Begin." };

const despiteNothing = { mail: true, reason: "As we said", despite: [] };

// The same each time, so that it can be sent again and again.
const wordsOf = ({ client, writing }: Side) => ({
  ...{ author: client.id, lessonId: writing?.id, versionId: writing?.versionId, block: "scared" },
  ...{ answers: { words: "Our evenings." }, revision: 0 },
});

const answersOf = ({ client }: Side, bookingId: string, answers: object) => ({
  ...{ author: client.id, about: { bookingId, kind: "session", day: null } },
  ...{ templateVersionId: randomUUID(), answers, revision: 0 },
});

const healthOf = ({ client }: Side, coachId: string, answers: object) => ({
  ...{ author: client.id, coachId, templateVersionId: randomUUID(), answers, revision: 0 },
});

/** A request that nothing is wrong with, for each route that needs more than its address. */
const goodRequests: Record<string, Make> = {
  "GET /api/slots": ({ type }) => ({
    query: `type=${type}&from=${today()}&days=7&zone=UTC`,
  }),
  "POST /api/sign-in": () => ({ body: { email: nobody(), next: "/sessions" } }),
  "POST /api/sign-in/again": () => ({ body: { token: newSecret(), next: "/sessions" } }),
  "POST /api/sign-in/code": () => ({ body: { email: nobody(), code: "BCDFGH", keep: true } }),
  "POST /api/sign-in/confirm": () => ({ body: { token: newSecret(), email: nobody(), keep: false } }),
  "POST /api/holds": (side) => ({ body: { ...wish(side), name: "Mio", email: nobody(), adult: true } }),
  "POST /api/bookings": (side) => ({ body: wish(side) }),
  "GET /sessions/[id]/reflection": () => ({ subject: "asked" }),
  "GET /sessions/[id]/today": () => ({ subject: "guidanceToday" }),
  "GET /sessions/[id]/check-in/[day]": () => ({ subject: "guidanceHeld" }),
  "GET /coach/sessions/[id]/decline": () => ({ subject: "request" }),
  "GET /coach/sessions/[id]/propose": () => ({ subject: "request" }),
  "GET /calendar/[file]": () => ({ subject: "calendar" }),
  "POST /api/calendar-feed": () => ({ body: { renew: true } }),
  "GET /api/bookings/[id]/times": () => ({ query: `from=${today()}&days=7&zone=UTC` }),
  "POST /api/bookings/[id]/move": () => ({ body: { start: nextTime(), zone: "Europe/Lisbon" } }),
  "GET /api/bookings/[id]/move-plan": () => ({ query: `start=${nextTime()}` }),
  "GET /api/arcs/plan": ({ guidance }) => ({ query: `type=${guidance}&start=${nextTime()}&zone=UTC` }),
  "POST /api/arcs": ({ guidance }) => ({
    body: { typeId: guidance, start: nextTime(), zone: "Europe/Lisbon", law: true, steps: [] },
  }),
  "POST /api/bookings/[id]/accept": ({ proposals }, id) => ({
    subject: "request",
    body: { proposalId: proposals.get(id) ?? randomUUID() },
  }),
  "POST /api/bookings/[id]/agree": () => ({ subject: "shared", body: {} }),
  "POST /api/coach/bookings": ({ type }, journeyId) => ({
    subject: "journey",
    body: { ...despiteNothing, journeyId, typeId: type, start: nextTime() },
  }),
  "POST /api/coach/bookings/[id]/move": () => ({ body: { ...despiteNothing, start: nextTime() } }),
  "POST /api/coach/bookings/[id]/cancel": () => ({ body: { mail: true, reason: "I am ill" } }),
  "POST /api/coach/bookings/[id]/confirm": () => ({ subject: "request", body: {} }),
  "POST /api/coach/bookings/[id]/decline": () => ({
    subject: "request",
    body: { sentence: "I am away that week" },
  }),
  "POST /api/coach/bookings/[id]/propose": () => ({
    subject: "request",
    body: { starts: [nextTime(), nextTime()] },
  }),
  "POST /api/coach/bookings/[id]/mark": () => ({
    subject: "past",
    body: { as: "completed", counts: true, reason: "It went well" },
  }),
  "POST /api/coach/bookings/[id]/lessons": ({ client, ids }) => ({
    body: { lessonId: ids.lesson, block: null, days: 30, clientIds: [client.id] },
  }),
  "POST /api/coach/suggestions/restore": (side) => ({ body: { undo: undoOfSuggestion(side) } }),
  "POST /api/coach/clients/agreed": (_, clientId) => ({ subject: "client", body: { clientId, agreed: 3 } }),
  "POST /api/practice/invitations": () => ({ body: { name: "Lee", email: nobody() } }),
  "POST /api/availability/hours": () => ({
    body: {
      zone: "UTC",
      days: always.map(({ weekday, from, to }) => ({ weekday, hours: [{ from, to }] })),
    },
  }),
  "POST /api/availability/date": () => ({
    body: { date: "2031-01-01", hours: [{ from: "09:00", to: "17:30" }] },
  }),
  "POST /api/availability/date/remove": () => ({ body: { date: "2031-01-01" } }),
  "POST /api/busy-feeds": () => ({ body: aFeed }),
  "POST /api/busy-feeds/restore": ({ coach }) => ({ body: { undo: undoOf(coach) } }),
  "POST /api/busy-feeds/[id]": () => ({ body: { name: "Mine" } }),
  "POST /api/availability/session-type": (_, typeId) => ({
    subject: "type",
    body: {
      typeId,
      ...{ name: "Preparation", summary: "", place: "By video", link: "https://meet.example.org/x" },
      ...{ minutes: 60, before: 0, after: 0, step: 60, noticeHours: 0, horizonDays: 365, cutOffHours: 24 },
      ...{ dailyLimit: 50, weeklyLimit: 200, nextDayLimit: null, mode: "instant", offered: true },
    },
  }),
  "POST /api/availability/time-off": (_, id) => ({
    subject: "timeOff",
    body: { id, fromDate: "2031-02-01", toDate: "2031-02-03" },
  }),
  "POST /api/availability/time-off/remove": (_, id) => ({ subject: "timeOff", body: { id } }),
  "GET /api/availability/preview": (_, type) => ({
    subject: "type",
    query: `type=${type}&zone=Europe/Lisbon&weekday=4`,
  }),
  "POST /api/account/person": () => ({ body: { name: "Ada" } }),
  "POST /api/account/mail": () => ({ body: { quietFrom: 1_260 } }),
  "POST /api/lessons/[id]/progress": () => ({ subject: "lesson", body: { answer: "done" } }),
  "POST /api/lessons/[id]/place": () => ({ subject: "lesson", body: { place: "idea-1" } }),
  "GET /mail/off": ({ client }) => ({ query: `t=${offToken(client.id, "lessons")}` }),
  "POST /api/mail/off": (_, id) => ({
    subject: "client",
    query: `t=${offToken(id, "lessons")}`,
    form: "List-Unsubscribe=One-Click",
  }),
  // It comes already, so that nothing changes.
  "POST /api/mail/choice": ({ client }) => ({
    query: `t=${offToken(client.id, "reminders")}`,
    form: "wanted=on",
  }),
  "POST /api/reflections": (side) => ({ body: { ...wordsOf(side), block: "ceiling" } }),
  "POST /api/reflections/share": (side, reader) => ({ subject: "coach", body: { ...wordsOf(side), reader } }),
  "POST /api/journal": (side) => ({ body: entryOf(side.client, "A morning.") }),
  "POST /api/journal/share": (side, reader) => ({
    subject: "coach",
    body: { ...entryOf(side.client, "A morning."), reader },
  }),
  "POST /api/journal/search": () => ({ body: { words: "morning" } }),
  "GET /journal/new": () => ({ query: `leaf=${randomUUID()}` }),
  "POST /api/reflections/shares/[id]/take-back": () => ({ subject: "share" }),
  "POST /api/reflections/shares/[id]/undo": () => ({ subject: "share" }),
  "POST /api/reflections/asked": (side, id) => ({
    subject: "asked",
    body: answersOf(side, id, { intention: "Rest." }),
  }),
  "POST /api/reflections/asked/share": (side, id) => ({
    subject: "asked",
    body: { ...answersOf(side, id, calmAnswers.preparation), on: null },
  }),
  "POST /api/reflections/asked/partner": (side, id) => ({
    subject: "askedOfTwo",
    body: { ...answersOf(side, id, { valued: "Tea." }), questions: ["valued"] },
  }),
  "GET /questions": ({ coach }) => ({ query: `with=${coach.id}&change=1` }),
  "POST /api/screenings/keep": (side, id) => ({
    subject: "ownCoach",
    body: healthOf(side, id, { heart: "no" }),
  }),
  "POST /api/screenings/share": (side, id) => ({ subject: "ownCoach", body: healthOf(side, id, allNo) }),
  "GET /coach/clients/[id]/screening": () => ({ subject: "client" }),
  "POST /api/coach/screenings/[id]/move": () => ({ body: { to: "in_conversation", reason: "We talked." } }),
  "POST /api/coach/flags/[id]/settle": () => ({ body: { words: "We talked." } }),
  "GET /coach/clients/[id]": () => ({ subject: "client" }),
  "GET /coach/clients/[id]/mail": () => ({ subject: "client" }),
  "GET /coach/lessons/[id]/versions": () => ({ query: "in=en&read=1" }),
  "POST /api/coach/lessons": (_, courseId) => ({ subject: "course", body: { courseId, title: "A pause" } }),
  "POST /api/coach/lessons/[id]/audience": () => ({ body: { audience: "clients" } }),
  // A version of another lesson, which is not there.
  "POST /api/coach/lessons/[id]/languages": () => ({ body: { language: "es", versionId: randomUUID() } }),
  "POST /api/coach/lessons/[id]/restore": () => ({ body: { versionId: randomUUID(), over: null } }),
  "POST /api/coach/lessons/[id]/restore/undo": () => ({ body: { language: "en", revision: 1, undo: null } }),
  "POST /api/coach/lessons/courses": () => ({ body: aCourse }),
  "POST /api/coach/lessons/courses/[id]": () => ({ body: { words: aCourse, seen: aCourse } }),
  "POST /api/coach/lessons/courses/[id]/order": () => ({ body: { order: [], seen: [] } }),
  // What a letter says anyway, so that it can be asked for again and again.
  "GET /coach/lessons/[id]": () => ({ subject: "lesson" }),
  "GET /coach/lessons/[id]/preview": () => ({ subject: "lesson" }),
  "POST /api/coach/lessons/[id]/draft": () => ({
    subject: "lesson",
    body: {
      language: "en",
      revision: 0,
      version: 1,
      words: { title: "Title", summary: "Summary", goal: "Goal" },
      blocks: [{ type: "idea", state: { root: { type: "root", children: [] } } }],
    },
  }),
  "POST /api/coach/lessons/[id]/publish": () => ({ subject: "draft", body: { language: "en", revision: 7 } }),
  "POST /api/coach/lessons/[id]/discard": () => ({ subject: "draft", body: { language: "en", revision: 7 } }),
  "POST /api/coach/letters": () => ({
    body: { kind: "booking_cancelled", words: "Nothing else is needed.", seen: null },
  }),
  "GET /api/coach/letters/preview": () => ({
    query: "kind=booking_cancelled&words=Until+next+time&look=dark",
  }),
  "POST /api/coach/questions": () => ({ body: { name: "For later", from: null } }),
  // As it is, so that it can be asked for again and again.
  "POST /api/coach/questions/[id]": () => ({
    body: { name: "Ours", named: "Ours", on: 1, questions: [anOwnQuestion] },
  }),
  "POST /api/coach/questions/for-session": (_, typeId) => ({
    subject: "type",
    body: { typeId, templateId: null },
  }),
};

export function goodRequest(method: string, path: string, side: Side, id: string): Good {
  const subject = subjectIn(path);
  const made = goodRequests[`${method.replace("HEAD", "GET")} ${path}`]?.(side, id);
  return { subject, ...(method === "POST" && !made?.form && { body: {} }), ...made };
}

function subjectIn(path: string): Subject | undefined {
  if (path.includes("[file]")) return "calendar";
  if (path.includes("[kind]")) return "letter";
  if (path.includes("[slug]")) return "lessonSlug";
  if (path.startsWith("/api/lessons/[id]")) return "lesson";
  if (path.startsWith("/journal/[id]") || path.startsWith("/api/journal/[id]")) return "entry";
  if (path.startsWith("/looking-back/[id]")) return "written";
  if (!path.includes("[id]")) return undefined;
  if (path.includes("/busy-feeds/")) return "feed";
  if (path.includes("/lessons/courses/")) return "course";
  if (path.includes("/coach/lessons/")) return "lesson";
  if (path.includes("/invitations/")) return "invitation";
  if (path.includes("/messages/")) return "message";
  if (path.includes("/questions/")) return "questions";
  if (path.includes("/suggestions/")) return "suggestion";
  if (path.includes("/screenings/")) return "screening";
  if (path.includes("/flags/")) return "flag";
  if (path.includes("/coach/reflections/") || path.startsWith("/api/coach/reflections/")) return "reflection";
  return /hold|held/.test(path) ? "hold" : "booking";
}
