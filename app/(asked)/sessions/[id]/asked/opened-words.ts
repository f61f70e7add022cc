import type { Shared } from "#lib/reflections/asked/queries.ts";

/** Whether the coach has opened it, or from when they can. */
export function openedWords(
  { openedAt, readableFrom }: Pick<Shared, "openedAt" | "readableFrom">,
  coachName: string,
  when: (at: number) => string,
  isWaiting: boolean,
): string {
  if (openedAt !== null) return `${coachName} opened it on ${when(openedAt)}.`;
  if (isWaiting) return `${coachName} can read it from ${when(readableFrom)} on, and not before.`;
  return `${coachName} has not opened it yet.`;
}
