import ICAL from "ical.js";
import { convertIcsCalendar } from "ts-ics";

export type File = { contentType: string; content: string };
type Read = {
  method: string | undefined;
  uid: string | undefined;
  sequence: number;
  status: string | undefined;
  start: number | undefined;
  end: number | undefined;
  stamp: number | undefined;
};
export type Entry = Read & { wrong: string[] };

/** A calendar entry as two parsers that know nothing of each other read it, and what is wrong with it by itself. */
export function readEntry({ contentType, content }: File): Entry {
  const bytes = Buffer.from(content, "base64");
  const text = bytes.toString("utf8");
  const [one, other] = [readByIcal(text), readByIcs(text)];
  const fields = Object.keys(one) as (keyof Read)[];
  const apart = fields.filter((field) => one[field] !== other[field]);
  const lines = text.split("\r\n");
  const states = { REQUEST: "CONFIRMED", CANCEL: "CANCELLED" } as Record<string, string>;
  const faults: [what: string, isSo: boolean][] = [
    [`the parsers do not agree on ${apart.join(", ")}`, apart.length > 0],
    ["a field is missing", fields.some((field) => one[field] === undefined)],
    ["the mail names another method", /;\s*method=(\w+)/i.exec(contentType)?.[1] !== one.method],
    ["the method does not go with the status", states[one.method ?? ""] !== one.status],
    ["a line is longer than 75 octets", lines.some((line) => Buffer.byteLength(line) > 75)],
    ["a line does not end as it must", lines.some((line) => /[\r\n]/.test(line)) || lines.at(-1) !== ""],
    ["it is no UTF-8", !Buffer.from(text, "utf8").equals(bytes)],
  ];
  return { ...one, wrong: faults.filter(([, isSo]) => isSo).map(([what]) => what) };
}

function readByIcal(text: string): Read {
  const calendar = new ICAL.Component(ICAL.parse(text));
  const event = calendar.getFirstSubcomponent("vevent");
  const word = (from: ICAL.Component | null, name: string) => {
    const value = from?.getFirstPropertyValue(name);
    return value === null || value === undefined ? undefined : String(value);
  };
  const time = (name: string) => {
    const value = event?.getFirstPropertyValue(name);
    return value instanceof ICAL.Time ? value.toJSDate().getTime() : undefined;
  };
  const sequence = event?.getFirstPropertyValue("sequence");
  return {
    method: word(calendar, "method"),
    uid: word(event, "uid"),
    sequence: typeof sequence === "number" ? sequence : 0,
    status: word(event, "status"),
    start: time("dtstart"),
    end: time("dtend"),
    stamp: time("dtstamp"),
  };
}

function readByIcs(text: string): Read {
  const { method, events = [] } = convertIcsCalendar(undefined, text);
  const [event] = events;
  return {
    method,
    uid: event?.uid,
    // One that says 0 and one that says nothing are the same, and this parser does not tell them apart.
    sequence: event?.sequence ?? 0,
    status: event?.status,
    start: event?.start?.date.getTime(),
    end: event?.end?.date.getTime(),
    stamp: event?.stamp?.date.getTime(),
  };
}
