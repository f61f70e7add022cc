const clock = /^(\d{1,2})(?:[:.h]?(\d{2}))? ?(am|pm)?$/;

/**
 * What a person types for a time, as "09:30": "9", "930", "9.30", "9:30 pm". Midnight ends a day as "24:00". What
 * cannot be a time stays as it was typed, for the server to answer.
 */
export function readClock(typed: string, { isEnd = false } = {}): string {
  const text = typed.trim().toLowerCase().replace(/\s+/g, " ");
  if (text === "noon") return "12:00";
  if (text === "midnight") return isEnd ? "24:00" : "00:00";
  const [, hour, minute = "00", half] = clock.exec(text) ?? [];
  if (hour === undefined || (half && (Number(hour) > 12 || Number(hour) === 0))) return typed.trim();
  const hours = half ? (Number(hour) % 12) + (half === "pm" ? 12 : 0) : Number(hour);
  const read = `${String(hours).padStart(2, "0")}:${minute}`;
  return isEnd && read === "00:00" ? "24:00" : read;
}
