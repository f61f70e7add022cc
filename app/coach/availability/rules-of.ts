import type { findAvailability } from "#lib/availability/queries.ts";

export type SessionKind = NonNullable<Awaited<ReturnType<typeof findAvailability>>>["types"][number];

/** The figures of one kind as they are typed. */
export type Rules = Record<(typeof ruleNames)[number], string>;

export const ruleNames = ["minutes", "before", "after", "step", "noticeHours", "horizonDays"] as const;

export function rulesOf({ minutes, before, after, step, notice, horizonDays }: SessionKind): Rules {
  return {
    minutes: String(minutes),
    before: String(before),
    after: String(after),
    step: String(step),
    noticeHours: String(notice / 60),
    horizonDays: String(horizonDays),
  };
}

export function isSameRules(one: Rules, other: Rules): boolean {
  return ruleNames.every((name) => one[name] === other[name]);
}

/** What is sent. A field that holds no number is sent as none, and answered beside the field. */
export function numbersOf(rules: Rules): Record<keyof Rules, number> {
  const number = (text: string) => (text.trim() === "" ? Number.NaN : Number(text.replace(",", ".")));
  return {
    minutes: number(rules.minutes),
    before: number(rules.before),
    after: number(rules.after),
    step: number(rules.step),
    noticeHours: number(rules.noticeHours),
    horizonDays: number(rules.horizonDays),
  };
}

/** The kind as it is once these rules are saved. */
export function withRules(kind: SessionKind, rules: Rules): SessionKind {
  const { noticeHours, ...lengths } = numbersOf(rules);
  return { ...kind, ...lengths, notice: Math.round(noticeHours * 60) };
}
