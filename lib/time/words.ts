const formats = new Map<string, Intl.DateTimeFormat>();

function format(ms: number, zone: string, options: Intl.DateTimeFormatOptions): string {
  const key = zone + JSON.stringify(options);
  let found = formats.get(key);
  if (!found) {
    found = new Intl.DateTimeFormat("en-GB", { timeZone: zone, ...options });
    formats.set(key, found);
  }
  return found.format(ms);
}

/** "10:00", in the zone. */
export function clockWords(ms: number, zone: string): string {
  return format(ms, zone, {
    hour: "2-digit",
    minute: "2-digit",
    hourCycle: "h23",
  });
}

/** "Tuesday 1 December", with the year when asked: "Tuesday 1 December 2026". */
export function dayWords(ms: number, zone: string, { year = false } = {}): string {
  const words = format(ms, zone, {
    weekday: "long",
    day: "numeric",
    month: "long",
    ...(year && { year: "numeric" }),
  });
  return words.replaceAll(",", "");
}

/** "1 Dec", where room is short; "1 Dec 2025" when the year is not that of `now`. */
export function monthWords(ms: number, zone: string, now: number): string {
  const isThisYear = dateIn(ms, zone).slice(0, 4) === dateIn(now, zone).slice(0, 4);
  return format(ms, zone, { day: "numeric", month: "short", ...(!isThisYear && { year: "numeric" }) });
}

/** "2026-12-01", the local date in the zone. */
export function dateIn(ms: number, zone: string): string {
  const parts = format(ms, zone, {
    year: "numeric",
    month: "2-digit",
    day: "2-digit",
  }).split("/");
  return parts.reverse().join("-");
}

/** "1 hour 15 minutes". */
export function lengthWords(minutes: number): string {
  if (minutes < 120) return `${minutes} minutes`;
  const hours = Math.floor(minutes / 60);
  const rest = minutes % 60;
  return rest ? `${hours} hours ${rest} minutes` : `${hours} hours`;
}

/** Words for a local date written "2026-12-01". */
export function dateWords(date: string, options: { year?: boolean } = {}): string {
  return dayWords(Date.parse(`${date}T12:00:00Z`), "UTC", options);
}
