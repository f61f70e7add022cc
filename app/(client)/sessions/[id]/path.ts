import { standingOf } from "#lib/bookings/standing.ts";
import { clockWords, dayWords } from "#lib/time/words.ts";

type Known = {
  id: string;
  kind: string;
  status: string;
  during: { start: number; end: number };
};

export type PathStep = {
  key: string;
  when: string;
  /** Epoch milliseconds, where it has a time. */
  at?: number;
  title: string;
  text: string;
  /** Leads to the session, or to where it can be chosen. */
  link?: { href: string; words: string };
  look: "past" | "here" | "ahead" | "open";
};
export type PathPart = { title: string; note: string; steps: PathStep[] };

/** The kinds of session that can be chosen from, with their ids. */
type Offered = Partial<Record<string, string>>;
type Reading = { hereId: string; zone: string; now: number; coachName: string; offered: Offered };

const shown = 4;
const kindsOf = {
  Preparation: ["first_conversation", "preparation"],
  Guidance: ["guidance"],
  Integration: ["integration"],
} as const;
type Title = keyof typeof kindsOf;

/** Where somebody is on their path: before a day, on it, or after it. */
export function phaseOf(sessions: readonly Known[], now: number): Title {
  const days = live(sessions, "Guidance").map((day) => standingOf(day, now));
  if (days.includes("now")) return "Guidance";
  if (days.some((standing) => standing === "ahead" || standing === "asked")) return "Preparation";
  if (days.includes("over")) return "Integration";
  return live(sessions, "Preparation").length > 0 ? "Preparation" : "Integration";
}

/** The three kinds of work one after another, each with the sessions that were and will be, and what is offered. */
export function pathOf(sessions: readonly Known[], reading: Reading): { lead: string; parts: PathPart[] } {
  const phase = phaseOf(sessions, reading.now);
  const titles = (Object.keys(kindsOf) as Title[]).filter(
    (title) => title !== "Guidance" || reading.offered.guidance || live(sessions, title).length > 0,
  );
  const parts = titles.map((title) => {
    const known = live(sessions, title);
    const days = live(sessions, "Guidance");
    const steps = known.map((one) => stepOf(one, nameOf(one, known, days), reading));
    const past = steps.filter(({ look }) => look === "past");
    const kept = past.length > shown ? steps.slice(past.length - shown) : steps;
    return {
      title,
      note: title === phase ? "You are here" : notes[title],
      steps: [...kept, ...openSteps(title, sessions, reading, phase)],
    };
  });
  return { lead: `${leads[phase]} Each step is yours to take, move or leave.`, parts };
}

const leads: Record<Title, string> = {
  Preparation: "You are preparing.",
  Guidance: "It is the day itself.",
  Integration: "You are making sense of what you noticed.",
};

const notes: Record<Title, string> = {
  Preparation: "Getting to know each other",
  Guidance: "Only if you both want it",
  Integration: "Afterwards, at your pace",
};

function live<Session extends Known>(sessions: readonly Session[], title: Title): Session[] {
  const kinds: readonly string[] = kindsOf[title];
  const off = ["held", "cancelled", "declined", "expired"];
  return sessions
    .filter(({ kind, status }) => kinds.includes(kind) && !off.includes(status))
    .sort((a, b) => a.during.start - b.during.start);
}

const ordinals = ["First", "Second", "Third", "Fourth", "Fifth", "Sixth", "Seventh", "Eighth", "Ninth"];

/** "Second preparation". Counting begins anew after each day of guidance. */
function nameOf({ kind, during }: Known, known: readonly Known[], days: readonly Known[]): string {
  if (kind === "first_conversation") return "First conversation";
  if (kind === "guidance") return "Your day together";
  const isBefore = (one: Known) => one.during.start < during.start;
  const since = days.findLast(isBefore)?.during.start ?? 0;
  const place = known.filter((one) => one.kind === kind && isBefore(one) && one.during.start >= since).length;
  return `${ordinals[place] ?? "Another"} ${kind === "preparation" ? "preparation" : "talk afterwards"}`;
}

const standings = {
  over: "Held.",
  missed: "Did not take place.",
  asked: "Asked for, not confirmed yet.",
  ahead: "Confirmed.",
  now: "It is now.",
} as Record<string, string>;

function stepOf({ id, status, during }: Known, title: string, { hereId, zone, now }: Reading): PathStep {
  const standing = standingOf({ status, during }, now);
  const isHere = id === hereId;
  const isPast = standing === "over" || standing === "missed";
  const text = standings[standing] ?? "";
  return {
    key: id,
    when: isPast
      ? dayWords(during.start, zone)
      : `${dayWords(during.start, zone)}, ${clockWords(during.start, zone)}`,
    at: during.start,
    title,
    text: isHere ? `${text} This meeting.` : text,
    ...(!isHere && { link: { href: `/sessions/${id}`, words: "Open" } }),
    look: isHere && !isPast ? "here" : isPast ? "past" : "ahead",
  };
}

/** What could come next, where nothing of it is planned. */
function openSteps(title: Title, sessions: readonly Known[], reading: Reading, phase: Title): PathStep[] {
  const { offered, coachName, now } = reading;
  const isAhead = live(sessions, title).some(({ during }) => during.end > now);
  if (isAhead) return [];
  const link = (kind: string, words: string) => {
    const typeId = offered[kind];
    return typeId ? { link: { href: `/book?type=${typeId}`, words } } : {};
  };
  if (title === "Guidance" && phase !== "Integration")
    return [
      {
        key: "day",
        when: "No day chosen",
        title: `Your day with ${coachName}`,
        text: "You agree on a day together, after you have talked. You can change your mind up to the start.",
        ...link("guidance", "Ask for a day"),
        look: "open",
      },
    ];
  if (title === "Preparation" && phase === "Preparation" && offered.preparation)
    return [
      {
        key: "talk-before",
        when: "When you like",
        title: "A talk before",
        text: "Offered. You can choose a time.",
        ...link("preparation", "Choose a time"),
        look: "open",
      },
    ];
  if (title === "Integration" && phase === "Integration" && offered.integration)
    return [
      {
        key: "talk-after",
        when: "When you like",
        title: "A talk afterwards",
        text: "Offered. You can choose a time.",
        ...link("integration", "Choose a time"),
        look: "open",
      },
    ];
  if (title === "Integration")
    return [
      {
        key: "first-talk",
        when: "One to three days after",
        title: "First talk afterwards",
        text: "Offered with the day. You can decline it.",
        look: "open",
      },
      {
        key: "more-talks",
        when: "About a week, two weeks, a month",
        title: "Three more talks",
        text: "Offered one by one.",
        look: "open",
      },
    ];
  return [];
}
