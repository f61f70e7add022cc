import { parentPort, workerData } from "node:worker_threads";
import { FeedProblem } from "#lib/calendar/busy/problems.ts";
import { readCalendar } from "#lib/calendar/busy/read-calendar.ts";

const { texts, zone, now } = workerData as { texts: string[]; zone: string; now: number };

for (const text of texts) parentPort?.postMessage(read(text));

function read(text: string): string {
  try {
    const busy = readCalendar(text, { zone, now });
    const isInOrder = busy.every(({ start, end }, at) => start < end && start > (busy[at - 1]?.end ?? 0));
    return isInOrder ? "busy" : "busy times out of order";
  } catch (error) {
    return error instanceof FeedProblem ? error.problem : "unreadable";
  }
}
