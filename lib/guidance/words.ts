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

const labels: Record<Condition["key"], string> = {
  preparation: "A preparation session",
  spacing: "Time in between",
  screening: "Questions about your health",
  flags: "Anything to look at together",
  consent: "Your agreement in writing",
  plan_for_the_day: "Who is with you, and the way home",
};

function sentenceOf(condition: Condition, { role, otherName, zone }: Reader): string {
  if (condition.key === "preparation" || condition.key === "spacing") {
    const { latest, state, key } = condition;
    const when =
      latest && `${dayWords(latest.start, zone)}, ${clockWords(latest.start, zone)}, ${zoneWords(zone)}`;
    if (key === "preparation") {
      if (state === "met") return `You have met for this. The latest was on ${when}.`;
      if (state === "planned") return `Planned for ${when}.`;
      return role === "client"
        ? "You have not met for this yet. You can choose a time for it along with the day."
        : `You have not met for this yet. ${otherName} can choose a time for it.`;
    }
    if (state === "met")
      return "At least a day and at most 90 days lie between your preparation and this day.";
    if (state === "planned")
      return "At least a day and at most 90 days will lie between your preparation and this day.";
    if (!latest)
      return "At least a day and at most 90 days should lie between your preparation and this day.";
    return role === "client"
      ? `Your latest preparation, ${when}, is too near to this day or too long before it. A day to 90 days is right. You can choose another time.`
      : `The latest preparation, ${when}, is too near to this day or too long before it. A day to 90 days is right. ${otherName} can choose another time.`;
  }
  if (condition.state === "open")
    return role === "client"
      ? `${otherName} talks this through with you. The portal does not keep it yet.`
      : `Please talk this through with ${otherName}. The portal does not keep it yet.`;
  return condition.state === "planned" ? "You have a time for this." : "You have talked about this.";
}
