import { minutesWords, titleOf } from "#app/(asked)/sessions/[id]/asked/head-words.ts";
import { openedWords } from "#app/(asked)/sessions/[id]/asked/opened-words.ts";
import { dateOf } from "#app/ui/when.tsx";
import type { OpenNow } from "#lib/reflections/asked/open-now.ts";
import { savedWords } from "#lib/reflections/words.ts";
import { clockWords, dateIn, dayWords } from "#lib/time/words.ts";

/** "What would you like from Thursday?" */
export function askedTitle({ about, session }: OpenNow, zone: string, now: number): string {
  if (about.kind !== "session") return titleOf({ about, session: { ...session, coachId: "" }, zone });
  const apart = Math.round(
    (Date.parse(dateIn(session.start, zone)) - Date.parse(dateIn(now, zone))) / 86_400_000,
  );
  const [weekday] = dayWords(session.start, zone).split(" ");
  return `What would you like from ${["today", "tomorrow"][apart] ?? weekday}?`;
}

/** What it is, how long it takes, and who reads it. */
export function askedWords({ about, minutes, session }: OpenNow): string {
  const reads = `Only ${session.coachName} reads what you write, and only once you share it.`;
  if (about.kind === "check_in") return `A check-in is open. About two minutes. Skip what you like. ${reads}`;
  const what =
    about.kind === "session"
      ? "A few questions before you meet. They take"
      : "A few of the questions once more, before you begin. They take";
  return `${what} about ${minutesWords(minutes)}, and most can be left blank. ${reads}`;
}

/** How far it has come. Undefined: nothing was written. */
export function askedState(
  { writtenAt, share, session: { coachName } }: OpenNow,
  zone: string,
  now: number,
): string | undefined {
  const when = (at: number) => `${dateOf(at, zone, now)}, ${clockWords(at, zone)}`;
  if (!share) return writtenAt === undefined ? undefined : savedWords(writtenAt, zone, now);
  const opened = openedWords(share, coachName, when, share.readableFrom > now);
  const newer = share.isNewest ? "" : " What you changed since is only yours.";
  return `Shared with ${coachName}. ${opened}${newer}`;
}

/** What leads to it. */
export function askedLink({ about, writtenAt, share }: OpenNow): string {
  if (share) return "Look at what you shared";
  if (writtenAt !== undefined) return "Go on where you were";
  return about.kind === "check_in" ? "Open the check-in" : "Open the questions";
}
