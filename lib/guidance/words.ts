import type { Condition } from "#lib/guidance/gate.ts";
import { clockWords, dayWords } from "#lib/time/words.ts";
import { zoneWords } from "#lib/time/zones.ts";

type Reader = {
  role: "client" | "coach";
  /** The other one of the two. */
  otherName: string;
  zone: string;
};

/** What is named on the checklist for whoever reads it, and in a sentence how it stands and who acts next. */
export function conditionWords(condition: Condition, reader: Reader): { label: string; sentence: string } {
  return { label: labels[condition.key], sentence: sentenceOf(condition, reader) };
}

/** The conditions as a checklist for whoever reads them. */
export function checklist(conditions: readonly Condition[], reader: Reader) {
  return conditions.map((condition) => ({
    key: condition.key,
    state: condition.state,
    who: condition.who,
    /** For the coach: what the talk is about. */
    shareId: (reader.role === "coach" && condition.key === "flags" && condition.hold?.shareId) || null,
    /** For the coach: that it stands in the answers about health. */
    isAboutHealth:
      reader.role === "coach" && condition.key === "flags" && Boolean(condition.hold?.screeningId),
    /** For the client: where they do it. */
    href: reader.role === "client" && condition.key === "screening" ? ("/questions" as const) : null,
    ...conditionWords(condition, reader),
  }));
}

const labels: Record<Condition["key"], string> = {
  preparation: "A preparation session",
  spacing: "Time in between",
  screening: "Questions about your health",
  flags: "Anything to look at together",
  consent: "Your agreement in writing",
  plan_for_the_day: "Who is with you, and the way home",
};

function sentenceOf(condition: Condition, reader: Reader): string {
  const { role, otherName } = reader;
  if (condition.key === "preparation") return preparationWords(condition, reader);
  if (condition.key === "spacing") return spacingWords(condition, reader);
  if (condition.key === "flags") return talkWords(condition.hold !== undefined, reader);
  if (condition.state !== "open")
    return condition.state === "planned" ? "You have a time for this." : "You have talked about this.";
  return role === "client"
    ? `${otherName} talks this through with you. The portal does not keep it yet.`
    : `Please talk this through with ${otherName}. The portal does not keep it yet.`;
}

function talkWords(isHeld: boolean, { role, otherName }: Reader): string {
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

function preparationWords({ state, latest }: OnPreparation, { role, otherName, zone }: Reader): string {
  const when = latest && timeWords(latest.start, zone);
  if (state === "met") return `You have met for this. The latest was on ${when}.`;
  if (state === "planned") return `Planned for ${when}.`;
  return role === "client"
    ? "You have not met for this yet. You can choose a time for it along with the day."
    : `You have not met for this yet. ${otherName} can choose a time for it.`;
}

function spacingWords({ state, latest }: OnPreparation, { role, otherName, zone }: Reader): string {
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
