import { createHash } from "node:crypto";
import ical, { ICalEventClass, ICalEventStatus, ICalEventTransparency } from "ical-generator";
import { oneLine } from "#lib/calendar/invite.ts";

export type FeedEntry = {
  /** The same as in the mails about it, so that a program which has both shows one. */
  uid: string;
  sequence: number;
  /** Epoch milliseconds, as is `end`. */
  start: number;
  end: number;
  /** Shown on lock screens and in shared calendars: names no client and no kind of session. */
  title: string;
  status: keyof typeof statuses;
  /** When it was last changed, epoch milliseconds. */
  changedAt: number;
};

const statuses = {
  certain: ICalEventStatus.CONFIRMED,
  asked: ICalEventStatus.TENTATIVE,
  off: ICalEventStatus.CANCELLED,
};

/**
 * All of a person's sessions as iCalendar text for a program that comes back for it: times and a title, nothing more.
 * Nothing in it depends on when it is asked for, so that the same sessions are the same text.
 */
export function feedText(entries: FeedEntry[]): string {
  const calendar = ical({
    prodId: "//Attune//Portal//EN",
    scale: "GREGORIAN",
    name: "Meetings",
    ttl: 3_600,
  });
  for (const { uid, sequence, start, end, title, status, changedAt } of entries)
    calendar.createEvent({
      id: oneLine(uid),
      sequence,
      // Without a method the stamp says when the entry was changed, not when this text was made.
      stamp: new Date(changedAt),
      lastModified: new Date(changedAt),
      start: new Date(start),
      end: new Date(end),
      summary: oneLine(title),
      status: statuses[status],
      transparency: status === "off" ? ICalEventTransparency.TRANSPARENT : ICalEventTransparency.OPAQUE,
      class: ICalEventClass.PRIVATE,
    });
  return `${calendar.toString()}\r\n`;
}

/** What a program keeps beside the text, to ask whether it is still the same. */
export function etagOf(text: string): string {
  return `"${createHash("sha256").update(text).digest("base64url")}"`;
}

/** Whether `If-None-Match` says that this very text is known already. */
export function isKnown(ifNoneMatch: string | null, etag: string): boolean {
  const known = (ifNoneMatch ?? "").split(",").map((one) => one.trim().replace(/^W\//, ""));
  return known.includes(etag) || known.includes("*");
}
