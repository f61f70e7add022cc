import { type Chance, chanceOf } from "./chance.ts";

type Change = (lines: string[], chance: Chance) => string[];

const odd = [
  "",
  "\0",
  "\ud800",
  "\u2028",
  "9".repeat(400),
  "-1",
  "BEGIN:VEVENT",
  "END:VCALENDAR",
  ";;;=",
  "\r",
  "🍜",
];
const rules = [
  "FREQ=HOURLY",
  "FREQ=DAILY;COUNT=999999",
  "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30",
  "FREQ=WEEKLY;BYDAY=XX",
];
const place = (lines: string[], chance: Chance) => chance.upTo(lines.length);

const changes: Change[] = [
  (lines, chance) => lines.toSpliced(place(lines, chance), 1 + chance.upTo(4)),
  (lines, chance) => lines.toSpliced(place(lines, chance), 0, chance.of(odd)),
  (lines, chance) => lines.slice(0, place(lines, chance)),
  (lines, chance) => lines.toSpliced(place(lines, chance), 0, lines[place(lines, chance)] ?? ""),
  (lines, chance) => [...lines, ...lines.slice(place(lines, chance))],
  (lines, chance) => atOne(lines, chance, (line) => line.slice(0, chance.upTo(line.length + 1))),
  (lines, chance) => atOne(lines, chance, (line) => line.replace(/\d/, () => String(chance.upTo(10)))),
  (lines, chance) => atOne(lines, chance, (line) => line.replace(/\d+/g, () => String(chance.upTo(2 ** 31)))),
  (lines, chance) => atOne(lines, chance, (line) => line.replace(/[:;=,]/, () => chance.of(odd))),
  (lines, chance) => atOne(lines, chance, (line) => line.toLowerCase()),
  (lines, chance) => atOne(lines, chance, (line) => ` ${line}`),
  (lines, chance) => atOne(lines, chance, (line) => line + line),
  (lines, chance) =>
    lines.map((line) => (/^RRULE/.test(line) && chance.is(0.5) ? `RRULE:${chance.of(rules)}` : line)),
  (lines, chance) =>
    lines.map((line) =>
      line.replace(/INTERVAL=\d+|COUNT=\d+/, (part) => part.replace(/\d+/, chance.of(odd))),
    ),
  (lines, chance) =>
    lines.map((line) => (chance.is(0.1) ? line.replace(/TZID=[^:]*/, "TZID=Nowhere") : line)),
];

function atOne(lines: string[], chance: Chance, change: (line: string) => string): string[] {
  const at = place(lines, chance);
  return lines.with(at, change(lines[at] ?? ""));
}

/** The calendar with a few things wrong. It always begins as one, since anything else is not even read. */
export function mutate(text: string, seed: number): string {
  const chance = chanceOf(seed);
  let lines = text.split(/\r?\n/);
  for (let left = 1 + chance.upTo(4); left > 0 && lines.length > 1; left -= 1)
    lines = chance.of(changes)(lines, chance);
  return ["BEGIN:VCALENDAR", ...lines.slice(1)].join(chance.of(["\r\n", "\n"]));
}
