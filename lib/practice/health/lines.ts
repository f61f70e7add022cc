import type { HealthLine } from "./line.ts";
import { backupLine, databaseLine, diskLine, keysLine, versionLine } from "./machine-lines.ts";
import type { Readings } from "./readings.ts";
import { addressesLine, feedsLine, jobsLine, mailLine, senderLine } from "./work-lines.ts";

/** What the readings mean, a line for each thing, those first that somebody should do something about. */
export function healthLines(readings: Readings, now: number): HealthLine[] {
  const lines = [
    senderLine(readings, now),
    mailLine(readings, now),
    addressesLine(readings),
    jobsLine(readings, now),
    feedsLine(readings),
    backupLine(readings, now),
    diskLine(readings),
    databaseLine(readings),
    keysLine(readings),
    versionLine(readings),
  ];
  const order = { unwell: 0, mind: 1, well: 2 };
  return lines.sort((one, other) => order[one.state] - order[other.state]);
}
