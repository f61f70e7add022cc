import type { Route } from "next";
import type { ListedCourse } from "#lib/lessons/queries.ts";
import type { Suggestion } from "#lib/lessons/suggestions/queries.ts";
import { dateIn, dayWords } from "#lib/time/words.ts";
import type { OneThingShown } from "./one-thing.tsx";

/** What a client reads of the one lesson, or the one exercise, that was suggested to them. */
export function oneThingOf(
  { lessonId, slug, title, exercise, coachName, before }: Suggestion,
  courses: ListedCourse[],
  zone: string,
  now: number,
): OneThingShown {
  const when = before === undefined ? "now" : `before ${dayFrom(before, zone, now)}`;
  const listed = courses.flatMap(({ lessons }) => lessons).find(({ id }) => id === lessonId);
  const minutes = listed?.minutes ?? 1;
  return {
    lessonId,
    title: exercise?.title ?? title,
    words: `${coachName} thought this might be useful ${when}. Only if you like.`,
    length: exercise ? undefined : `About ${minutes} ${minutes === 1 ? "minute" : "minutes"} to read`,
    href: `/lessons/${slug}${exercise ? `#${exercise.anchor}` : ""}` as Route,
  };
}

/** "you meet today", "tomorrow", "Thursday", and from a week on "Thursday 17 December". */
function dayFrom(at: number, zone: string, now: number): string {
  const apart = Math.round((Date.parse(dateIn(at, zone)) - Date.parse(dateIn(now, zone))) / 86_400_000);
  if (apart <= 0) return "you meet today";
  if (apart === 1) return "tomorrow";
  const words = dayWords(at, zone);
  return apart < 7 ? (words.split(" ")[0] ?? words) : words;
}
