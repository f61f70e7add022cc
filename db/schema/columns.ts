import { customType, timestamp } from "drizzle-orm/pg-core";

/** A span of time `[start, end)`, in epoch milliseconds. */
export type Span = { start: number; end: number };

const bounds = /^\["?([^",]+)"?,"?([^",]+)"?\)$/;

/** A `tstzrange` that is always `[)` and always bounded. */
export const span = customType<{ data: Span; driverData: string }>({
  dataType: () => "tstzrange",
  toDriver: ({ start, end }) => `[${new Date(start).toISOString()},${new Date(end).toISOString()})`,
  fromDriver: (text) => {
    const found = bounds.exec(text);
    if (!found?.[1] || !found[2]) throw new Error("A stored span is not of the form [start,end)");
    return { start: readTime(found[1]), end: readTime(found[2]) };
  },
});

/** An instant, as epoch milliseconds. */
export const instant = customType<{ data: number; driverData: string | Date }>({
  dataType: () => "timestamp with time zone",
  toDriver: (ms) => new Date(ms).toISOString(),
  fromDriver: (value) => (value instanceof Date ? value.getTime() : readTime(value)),
});

export const createdAt = () => timestamp({ withTimezone: true }).notNull().defaultNow();

export const sealed = customType<{ data: Buffer; driverData: Buffer }>({
  dataType: () => "bytea",
});

// PostgreSQL writes "2026-12-01 10:00:00+00"; Date wants a T and a full offset.
function readTime(text: string): number {
  const iso = text.replace(" ", "T").replace(/([+-]\d\d)$/, "$1:00");
  const ms = Date.parse(iso);
  if (Number.isNaN(ms)) throw new Error("A stored time cannot be read");
  return ms;
}
