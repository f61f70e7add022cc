import { parentPort, workerData } from "node:worker_threads";
import type { Caps } from "./caps.ts";
import { FeedProblem } from "./problems.ts";
import { type Reader, readCalendar } from "./read-calendar.ts";

type Asked = { text: string; reader: Reader; caps: Caps };

parentPort?.postMessage("ready");
parentPort?.postMessage(answerTo(workerData as Asked));

function answerTo({ text, reader, caps }: Asked) {
  try {
    return { busy: readCalendar(text, reader, caps) };
  } catch (error) {
    // What broke while reading is the calendar's doing; only the worker's end may say otherwise.
    return { problem: error instanceof FeedProblem ? error.problem : "unreadable" };
  }
}
