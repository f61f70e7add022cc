import { minutesFor } from "#lib/questions/minutes.ts";
import type { AskedPage } from "#lib/reflections/asked/queries.ts";
import { clockWords, dayWords } from "#lib/time/words.ts";
import { zoneWords } from "#lib/time/zones.ts";

type Asked = Pick<AskedPage, "about" | "questions" | "session" | "zone">;

const afterDays: Record<number, string> = {
  1: "How the day has been",
  3: "How these days have been",
  7: "How the week has been",
  14: "How these weeks have been",
};

export function titleOf({ about, session, zone }: Omit<Asked, "questions">): string {
  if (about.kind === "check_in") return afterDays[about.day] ?? "How things are now";
  if (about.kind === "guidance_day") return "Before we begin today";
  return `Before ${dayWords(session.start, zone).split(" ")[0]}`;
}

export function leadOf(asked: Asked, now: number): string {
  const { about, questions, session, zone } = asked;
  const { coachName, start } = session;
  if (about.kind === "check_in")
    return `${dayWords(now, zone)}. About two minutes. Skip what you like. It is a place to start talking, never a test.`;
  const time = `${clockWords(start, zone)}, ${zoneWords(zone)}`;
  const day = about.kind === "guidance_day" ? `today at ${time}` : `on ${dayWords(start, zone)}, ${time}`;
  return `You meet ${coachName} ${day}. These questions take about ${minutesWords(minutesFor(questions))}. ${wantedWords(questions)}`;
}

export function minutesWords(minutes: number): string {
  return minutes === 1 ? "one minute" : `${numberWord(minutes)} minutes`;
}

export function wantedWords(questions: Asked["questions"]): string {
  const wanted = questions.filter(({ required }) => required).length;
  if (wanted === 0) return "All of it can stay blank.";
  if (wanted === questions.length) return "All of them are asked for.";
  const word = numberWord(wanted);
  return `${word[0]?.toUpperCase()}${word.slice(1)} ${wanted === 1 ? "is" : "are"} asked for, the rest can stay blank.`;
}

const words = ["no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"];

export const numberWord = (number: number) => words[number] ?? String(number);
