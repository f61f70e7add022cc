import { type SQL, sql } from "drizzle-orm";
import type { Tx } from "#db/client.ts";
import type { SwitchableClass } from "./letters.ts";

type Stretch = { start: number; end: number };

/** Which mail a person wants, and when. Times of day are minutes after midnight in their zone. */
export type Habits = {
  zone: string;
  wants: Record<SwitchableClass, boolean>;
  /** Minutes before a meeting. */
  firstReminder: number;
  lastReminder: number;
  quietFrom: number;
  quietUntil: number;
  /** When a coach's overview of the day comes. */
  overviewAt: number;
  /** The subject may name the day and hour of a meeting. */
  saysWhen: boolean;
  /** Guidance that is close, epoch milliseconds from begin to end. */
  still: Stretch[];
};

export const usualHabits = {
  wants: { reminders: true, questions: true, checkIns: true, lessons: true, desk: true, overview: true },
  firstReminder: 24 * 60,
  lastReminder: 60,
  quietFrom: 20 * 60,
  quietUntil: 9 * 60,
  overviewAt: 7 * 60,
  saysWhen: false,
} satisfies Omit<Habits, "zone" | "still">;

type Row = {
  zone: string;
  preferences: {
    reminders: boolean;
    questions: boolean;
    check_ins: boolean;
    lessons: boolean;
    desk: boolean;
    overview: boolean;
    first_reminder: number;
    last_reminder: number;
    quiet_from: number;
    quiet_until: number;
    overview_at: number;
    says_when: boolean;
  } | null;
  still: Stretch[];
};

const longAgo = 3 * 86_400_000;

/**
 * How somebody wants their mail, by their id or by a query for it. Undefined for whoever the viewer has nothing to
 * write to.
 */
export async function habitsOf(tx: Tx, userId: string | SQL, now: number): Promise<Habits | undefined> {
  const since = new Date(now - longAgo).toISOString();
  const [row] = await tx.execute<Row>(
    sql`select zone, preferences, still from mail_habits(${userId}, ${since}::timestamptz)`,
  );
  if (!row) return undefined;
  const { zone, preferences: chosen, still } = row;
  if (!chosen) return { ...usualHabits, zone, still };
  const { reminders, questions, check_ins: checkIns, lessons, desk, overview } = chosen;
  return {
    zone,
    still,
    wants: { reminders, questions, checkIns, lessons, desk, overview },
    firstReminder: chosen.first_reminder,
    lastReminder: chosen.last_reminder,
    quietFrom: chosen.quiet_from,
    quietUntil: chosen.quiet_until,
    overviewAt: chosen.overview_at,
    saysWhen: chosen.says_when,
  };
}
