import { dateAfter } from "#lib/time/wall-clock.ts";

const months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
const near: Record<string, number> = { yesterday: -1, today: 0, tomorrow: 1 };

/**
 * The local date that somebody means by "12 Nov", "November 12", "12 Nov 2025", "2026-11-12" or "tomorrow". Without a
 * year it is the nearest one to `today`. Undefined: these are not a date.
 */
export function dateMeant(words: string, today: string): string | undefined {
  const said = words.trim().toLowerCase();
  const days = near[said];
  if (days !== undefined) return dateAfter(today, days);
  const [, y, m, d] = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(said) ?? [];
  if (y && m && d) return realDate(Number(y), Number(m), Number(d));
  const found =
    /^(?<day>\d{1,2})\.?\s+(?<month>[a-z]{3,9})\.?(?:,?\s+(?<year>\d{4}))?$/.exec(said) ??
    /^(?<month>[a-z]{3,9})\.?\s+(?<day>\d{1,2})(?:,?\s+(?<year>\d{4}))?$/.exec(said);
  const { day, month = "", year } = found?.groups ?? {};
  const number = months.findIndex((one) => month.startsWith(one)) + 1;
  if (!day || number === 0 || !fullMonths[number - 1]?.startsWith(month)) return undefined;
  if (year) return realDate(Number(year), number, Number(day));
  const thisYear = Number(today.slice(0, 4));
  const all = [-1, 0, 1].flatMap((step) => realDate(thisYear + step, number, Number(day)) ?? []);
  const away = (date: string) => Math.abs(Date.parse(date) - Date.parse(today));
  return all.sort((a, b) => away(a) - away(b))[0];
}

const fullMonths = [
  ...["january", "february", "march", "april", "may", "june"],
  ...["july", "august", "september", "october", "november", "december"],
];

function realDate(year: number, month: number, day: number): string | undefined {
  const date = `${String(year).padStart(4, "0")}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`;
  const at = Date.parse(date);
  return !Number.isNaN(at) && new Date(at).toISOString().startsWith(date) ? date : undefined;
}

/** Small letters without accents, so that "Ines" finds Inês. */
export const folded = (words: string) =>
  words.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase().trim().replace(/\s+/g, " ");
