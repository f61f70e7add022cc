import { type Beside, dueDate } from "./when-due.ts";

type Mailed = Pick<Beside, "days" | "during"> & {
  bookingId: string;
  clientId: string;
  lessonId: string;
  block: string | null;
};

/**
 * Under what the mail about it is planned once. Its day is in it, not its hour: where the session moves to another hour
 * of its day, or the reader to another zone, the mail that has come says the same.
 */
export function mailKey(one: Mailed, zone: string): string {
  const { bookingId, clientId, lessonId, block, days } = one;
  return ["suggestion", bookingId, clientId, lessonId, block ?? "", days, dueDate(one, zone)].join(":");
}
