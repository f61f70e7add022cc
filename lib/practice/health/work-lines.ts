import { watchedJobs } from "./jobs.ts";
import { ageWords, countWords, type HealthLine, mind, unwell, well } from "./line.ts";
import type { Readings } from "./readings.ts";

const minute = 60_000;

export const senderLateAfter = 2 * minute;
export const mailLateAfter = 15 * minute;
/** How far back letters are counted that failed. */
export const failedDays = 2;

export function senderLine({ mailLastRun }: Readings, now: number): HealthLine {
  const name = "The sender of mail";
  const todo = "Nothing is lost. Please see that the portal runs, and start it anew if this stays.";
  if (mailLastRun === undefined) return unwell(name, "It has not run yet.", todo);
  const age = now - mailLastRun;
  return age > senderLateAfter
    ? unwell(name, `It last ran ${ageWords(age)} ago.`, todo)
    : well(name, "It runs.");
}

export function mailLine({ mail }: Readings, now: number): HealthLine {
  const name = "Mail";
  const { waiting, waitingSince, failed, unsure } = mail;
  const isLate = waitingSince !== undefined && now - waitingSince > mailLateAfter;
  const wrong = [
    ...(isLate
      ? [`${countWords(waiting, "letter waits", "letters wait")} for ${ageWords(now - waitingSince)} by now.`]
      : []),
    ...(failed > 0 ? [`${countWords(failed, "letter", "letters")} could not be sent.`] : []),
    ...(unsure > 0
      ? [`Of ${unsure === 1 ? "one letter" : `${unsure} letters`} nobody knows whether it went out.`]
      : []),
  ];
  if (wrong.length > 0)
    return unwell(
      name,
      wrong.join(" "),
      "Mail of the practice names each of them, and can send one again. If many fail, please look at the key and the sender’s address at Resend.",
    );
  return well(
    name,
    waiting === 0 ? "Nothing waits." : `${countWords(waiting, "letter", "letters")} on the way.`,
  );
}

export function addressesLine({ addressesFailing: count }: Readings): HealthLine {
  const name = "Addresses";
  return count === 0
    ? well(name, "Mail comes back from none.")
    : mind(
        name,
        `Mail to ${count === 1 ? "one person" : `${count} people`} comes back.`,
        "Their coaches were told. Please ask for the right address when you next speak.",
      );
}

/** The jobs of which nothing was heard for longer than it should be. */
export function jobsLine({ jobs }: Readings, now: number): HealthLine {
  const name = "Work by the clock";
  const late = jobs.filter((job) => now - (job.lastRun ?? job.knownSince) > watchedJobs[job.name].lateAfter);
  if (late.length === 0) return well(name, "All of it was done when it was due.");
  const said = late.map(({ name: job, lastRun }) => {
    const { words } = watchedJobs[job];
    return lastRun === undefined
      ? `${words}: not done yet.`
      : `${words}: last done well ${ageWords(now - lastRun)} ago.`;
  });
  return unwell(
    name,
    said.join(" "),
    "Please start the portal anew. If it stays so, look into its log for “A job failed”.",
  );
}

export function feedsLine({ feeds: { all, unread } }: Readings): HealthLine {
  const name = "Other calendars";
  if (all === 0) return well(name, "None are read.");
  return unread === 0
    ? well(name, `${countWords(all, "is", "are")} read.`)
    : mind(
        name,
        `${unread} of ${all} could not be read for a day.`,
        "Whose calendar it is was told. Until it can be read, times may be booked that are taken there.",
      );
}
