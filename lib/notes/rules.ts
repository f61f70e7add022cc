const minute = 60_000;

/** After such a quiet, what stood before is kept as a version of its own when somebody writes on. */
const quiet = 10 * minute;

/** How long a summary that was sent can be taken back. */
export const takeBackWithin = 10 * minute;

type Stored = { writtenAt: number; finishedAt?: number | null };

/** Whether what stands there is kept as a version before it is written over. */
export function isVersion({ writtenAt, finishedAt = null }: Stored, now: number): boolean {
  return finishedAt !== null || now - writtenAt >= quiet;
}

type Session = { status: string; during: { start: number } };

/** From when a session has begun, there is something to write about it. */
export function mayBeWrittenAbout({ status, during }: Session, now: number): boolean {
  return ["confirmed", "completed", "no_show"].includes(status) && now >= during.start;
}

export const mayBeTakenBack = ({ sentAt }: { sentAt: number }, now: number) => now - sentAt < takeBackWithin;
