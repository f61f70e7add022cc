import type { Condition } from "#lib/guidance/gate.ts";
import { clockWords, dayWords } from "#lib/time/words.ts";
import { zoneWords } from "#lib/time/zones.ts";

type Reader = {
  role: "client" | "coach";
  clientId: string;
  coachId: string;
  /** The other one of the two. */
  otherName: string;
  zone: string;
};

/** What is named on the checklist for whoever reads it, and in a sentence how it stands and who acts next. */
export function conditionWords(
  condition: Condition,
  reader: Omit<Reader, "clientId" | "coachId">,
): { label: string; sentence: string } {
  return { label: labels[condition.key], sentence: sentenceOf(condition, reader) };
}

/** The conditions as a checklist for whoever reads them. */
export function checklist(conditions: readonly Condition[], reader: Reader) {
  return conditions.map((condition) => ({
    key: condition.key,
    state: condition.state,
    who: condition.who,
    link: linkOf(condition, reader),
    ...conditionWords(condition, reader),
  }));
}

/** Where to look at it, or to go on with it. */
function linkOf(condition: Condition, { role, ...reader }: Reader): { href: string; words: string } | null {
  return role === "coach" ? linkOfCoach(condition, reader) : linkOfClient(condition, reader);
}

type Two = { clientId: string; coachId: string };

function linkOfCoach(condition: Condition, { clientId }: Two) {
  const health = `/coach/clients/${clientId}/screening`;
  if (condition.key === "consent")
    return { href: `/coach/clients/${clientId}/agreements`, words: "See them all" };
  if (condition.key === "screening") return { href: health, words: "See how it stands" };
  if (condition.key !== "flags" || !condition.hold) return null;
  const { shareId } = condition.hold;
  return { href: shareId ? `/coach/reflections/${shareId}` : health, words: "See what it is" };
}

function linkOfClient({ key, state }: Condition, { coachId }: Two) {
  const isOpen = state === "open";
  if (key === "screening")
    return { href: `/questions?with=${coachId}`, words: isOpen ? "See your questions" : "See them again" };
  if (key === "consent")
    return { href: `/agreements?with=${coachId}`, words: isOpen ? "Read and decide" : "Read them again" };
  if (key === "plan_for_the_day")
    return { href: `/day-plan?with=${coachId}`, words: isOpen ? "Write it" : "See or change it" };
  return null;
}

const labels: Record<Condition["key"], string> = {
  preparation: "A preparation session",
  spacing: "Time in between",
  screening: "Questions about your health",
  flags: "Anything to look at together",
  consent: "Your agreement in writing",
  plan_for_the_day: "Who is with you, and the way home",
};

type Told = Omit<Reader, "clientId" | "coachId">;

function sentenceOf(condition: Condition, reader: Told): string {
  const { role, otherName } = reader;
  if (condition.key === "preparation") return preparationWords(condition, reader);
  if (condition.key === "spacing") return spacingWords(condition, reader);
  if (condition.key === "flags") return talkWords(condition.hold !== undefined, reader);
  if (condition.key === "screening") return screeningWords(condition.standing, reader);
  if (condition.key === "consent")
    return role === "client" ? agreedWords(condition) : agreedForCoach(condition, otherName);
  if (role === "client")
    return condition.state === "open"
      ? `Whom ${otherName} may call, and how you get home.${condition.isBegun ? " Some of it is written." : ""}`
      : `${otherName} knows whom to call, and how you get home.`;
  return condition.state === "open"
    ? `${otherName} has ${condition.isBegun ? "begun to write" : "not written yet"} whom you may call, and the way home.`
    : `${otherName} wrote whom you may call, and the way home.`;
}

type OnConsent = Extract<Condition, { key: "consent" }>;

function agreedWords({ state, left, isAskedAgain }: OnConsent): string {
  if (state !== "open") return "You agreed to each of the topics, as they stand now.";
  if (isAskedAgain) return "A text has changed since you agreed to it. You are asked once more.";
  return left === 1
    ? "One topic is left to read and decide on."
    : "Each topic has a page of its own. Take your time.";
}

function agreedForCoach({ state, left, isAskedAgain }: OnConsent, name: string): string {
  if (state !== "open") return `${name} agreed to every topic at its current version.`;
  const many = left === 1 ? "1 topic is" : `${left} topics are`;
  return `${many} open for ${name}.${isAskedAgain ? " A text has changed since they agreed." : ""}`;
}

function screeningWords(standing: OnScreening["standing"], { role, otherName }: Told): string {
  const isClient = role === "client";
  if (standing === "not_started")
    return isClient
      ? `${otherName} asks these before a day is set.`
      : `${otherName} has not shared these answers yet.`;
  if (standing === "expired")
    return isClient
      ? "Your answers are from a while ago, or something has changed. You are asked once more."
      : `The answers of ${otherName} are too old to build on, or something has changed.`;
  if (standing === "coach_ready_to_proceed")
    return isClient
      ? `${otherName} has read your answers and talked with you.`
      : "You looked at the answers by hand, and noted that you are ready to go on.";
  if (standing === "coach_not_at_this_time")
    return isClient
      ? `${otherName} has suggested not going ahead with a guidance session at this time. Preparation talks, integration and the lessons stay open to you.`
      : "You noted that this is not the time.";
  return isClient
    ? `${otherName} reads your answers and talks with you.`
    : "The answers wait for you to look, and to talk.";
}

type OnScreening = Extract<Condition, { key: "screening" }>;

function talkWords(isHeld: boolean, { role, otherName }: Told): string {
  if (role === "client")
    return isHeld ? talksFirst(otherName) : `Nothing that you shared waits for a talk with ${otherName} now.`;
  return isHeld
    ? `${otherName} shared something that the two of you talk about first.`
    : `Nothing that ${otherName} shared waits for a talk now.`;
}

/** What a client reads while a day of guidance waits for a talk. */
export const talksFirst = (coachName: string) =>
  `${coachName} talks with you first. Nothing is decided by it.`;

type OnPreparation = Extract<Condition, { latest: unknown }>;

function preparationWords({ state, latest }: OnPreparation, { role, otherName, zone }: Told): string {
  const when = latest && timeWords(latest.start, zone);
  if (state === "met") return `You have met for this. The latest was on ${when}.`;
  if (state === "planned") return `Planned for ${when}.`;
  return role === "client"
    ? "You have not met for this yet. You can choose a time for it along with the day."
    : `You have not met for this yet. ${otherName} can choose a time for it.`;
}

function spacingWords({ state, latest }: OnPreparation, { role, otherName, zone }: Told): string {
  const isClient = role === "client";
  const verb = state === "met" ? "lie" : state === "planned" ? "will lie" : "should lie";
  if (state !== "open" || !latest)
    return `At least a day and at most 90 days ${verb} between ${isClient ? "your" : "the"} preparation and this day.`;
  const which = `${isClient ? "Your" : "The"} latest preparation, ${timeWords(latest.start, zone)}`;
  const next = `${isClient ? "You" : otherName} can choose another time.`;
  return `${which}, is too near to this day or too long before it. A day to 90 days is right. ${next}`;
}

const timeWords = (ms: number, zone: string) =>
  `${dayWords(ms, zone)}, ${clockWords(ms, zone)}, ${zoneWords(zone)}`;
