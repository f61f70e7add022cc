import type { Said } from "#lib/reflections/looking-back/numbers.ts";
import { monthWords } from "#lib/time/words.ts";

type Dot = {
  x: number;
  y: number;
  number: number;
  at: number /** Where its number stands, if there is room. */;
  label?: number;
};
type Day = { x: number; words: string };

export type Chart = {
  dots: Dot[];
  /** Paths between numbers that follow one another closely. */
  tracks: string[];
  days: Day[];
  today: number;
};

export const width = 320;
export const ground = 90;
const from = 20;
const until = 288.8;
const most = 16;
const day = 86_400_000;
// Two numbers further apart say nothing of what was between them.
const longestLine = 9 * day;
const letter = 7.2;
const room = 16;
const apart = 6;

/** Where the numbers of one scale stand, by their time: the newest ones, as many as can be told apart. */
export function chartOf(said: readonly Said[], zone: string, now: number): Chart {
  const drawn = said.slice(startOf(said));
  const first = drawn[0]?.at ?? now;
  const span = Math.max(now - first, day);
  const xOf = (at: number) => round(from + ((at - first) / span) * (until - from));
  const dots: Dot[] = [];
  const tracks: string[] = [];
  let before: Dot | undefined;
  for (const { at, number } of drawn) {
    if (number === undefined) {
      before = undefined;
      continue;
    }
    const dot = { x: xOf(at), y: round(86 - 6.2 * number), number, at };
    if (before && at - before.at <= longestLine) tracks.push(`M${before.x} ${before.y}L${dot.x} ${dot.y}`);
    dots.push(dot);
    before = dot;
  }
  return { dots: withLabels(dots), tracks, ...daysUnder(dots, xOf(now), zone, now) };
}

/** From which one on there are no more numbers than can be told apart. */
function startOf(said: readonly Said[]): number {
  let left = most;
  const last = said.findLastIndex(({ number }) => number !== undefined && --left === 0);
  return last === -1 ? said.findIndex(({ number }) => number !== undefined) : last;
}

/** Two that are close step aside; of more the ones between are left to the table. */
function withLabels(dots: Dot[]): Dot[] {
  return close(dots, 24).flatMap((group) => {
    if (group.length === 1) return group.map((dot) => ({ ...dot, label: dot.x }));
    const end = (group.at(-1)?.x ?? 0) + 9;
    let taken = Number.NEGATIVE_INFINITY;
    return group.map((dot, index) => {
      const isLast = index === group.length - 1;
      const label = isLast ? end : index === 0 ? dot.x - 9 : dot.x;
      const hasRoom = label - taken >= room && (isLast || end - label >= room);
      if (hasRoom) taken = label;
      return hasRoom ? { ...dot, label: round(label) } : dot;
    });
  });
}

/** Dots that follow one another within so much. */
function close(dots: Dot[], within: number): Dot[][] {
  const groups: Dot[][] = [];
  for (const dot of dots) {
    const last = groups.at(-1)?.at(-1);
    if (last && dot.x - last.x < within) groups.at(-1)?.push(dot);
    else groups.push([dot]);
  }
  return groups;
}

/** The days beneath, put into one where they would run into one another. */
function daysUnder(dots: Dot[], today: number, zone: string, now: number) {
  const groups = dots.map((dot) => [dot]);
  const place = (group: Dot[]): Day => {
    const words = daysWords(group, zone, now);
    return { words, x: within(((group[0]?.x ?? 0) + (group.at(-1)?.x ?? 0)) / 2, words) };
  };
  for (let at = 0; at + 1 < groups.length; ) {
    const [one, other] = [groups[at] ?? [], groups[at + 1] ?? []];
    if (isApart(place(one), place(other))) at++;
    else {
      groups.splice(at, 2, [...one, ...other]);
      at = Math.max(0, at - 1);
    }
  }
  const days = groups.map(place);
  const last = days.at(-1);
  // It may step aside a little.
  const free = last ? last.x + halfOf(last.words) + apart + halfOf("today") : 0;
  const end = { words: "today", x: within(Math.max(today, free), "today") };
  const isToday = last?.words.endsWith(monthWords(now, zone, now)) ?? false;
  return { today, days: last && (isToday || !isApart(last, end)) ? days : [...days, end] };
}

const halfOf = (words: string) => (words.length * letter) / 2;
const within = (x: number, words: string) =>
  round(Math.min(Math.max(x, halfOf(words)), width - halfOf(words)));
const isApart = (one: Day, other: Day) =>
  one.words !== other.words && other.x - halfOf(other.words) - (one.x + halfOf(one.words)) > apart - 0.2;

/** "17 Nov", "17, 19 Nov", "30 Oct – 7 Nov". */
function daysWords(dots: Dot[], zone: string, now: number): string {
  const all = [...new Set(dots.map(({ at }) => monthWords(at, zone, now)))];
  const [first = "", last = first] = [all[0], all.at(-1)];
  if (all.length === 1) return first;
  const [number = "", ...month] = first.split(" ");
  const isOneMonth = last.endsWith(` ${month.join(" ")}`);
  if (all.length === 2 && isOneMonth) return `${number}, ${last}`;
  return isOneMonth ? `${number} – ${last}` : `${first} – ${last}`;
}

const round = (value: number) => Math.round(value * 10) / 10;
