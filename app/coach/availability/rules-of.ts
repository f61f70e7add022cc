import type { findAvailability } from "#lib/availability/queries.ts";

export type SessionKind = NonNullable<Awaited<ReturnType<typeof findAvailability>>>["types"][number];

const texts = ["name", "summary", "place", "link"] as const;
const numbers = ["minutes", "before", "after", "step", "noticeHours", "horizonDays", "cutOffHours"] as const;
/** May be left empty: then there is no limit. */
const limits = ["dailyLimit", "weeklyLimit", "nextDayLimit"] as const;

type Typed = (typeof texts | typeof numbers | typeof limits)[number];
/** Everything about one kind as it is typed. */
export type Rules = Record<Typed, string> & { mode: SessionKind["mode"]; offered: boolean };

export const ruleNames = [...texts, ...numbers, ...limits, "mode", "offered"] as const;

export function rulesOf(kind: SessionKind): Rules {
  const { name, summary, place, link, minutes, before, after, step, notice, horizonDays, cutOff } = kind;
  return {
    ...{ name, summary, place, link: link ?? "" },
    ...{ minutes: String(minutes), before: String(before), after: String(after), step: String(step) },
    ...{
      noticeHours: String(notice / 60),
      horizonDays: String(horizonDays),
      cutOffHours: String(cutOff / 60),
    },
    dailyLimit: String(kind.dailyLimit ?? ""),
    weeklyLimit: String(kind.weeklyLimit ?? ""),
    nextDayLimit: String(kind.nextDayLimit ?? ""),
    mode: kind.mode,
    offered: kind.offered,
  };
}

export function isSameRules(one: Rules, other: Rules): boolean {
  return ruleNames.every((name) => one[name] === other[name]);
}

/** What is sent. A field that holds no number is sent as it is, and answered beside the field. */
export function bodyOf(rules: Rules) {
  const read = (text: string) => {
    const number = Number(text.replace(",", "."));
    return text.trim() === "" || Number.isNaN(number) ? text : number;
  };
  const each = <Name extends Typed, T>(names: readonly Name[], value: (text: string) => T) =>
    Object.fromEntries(names.map((name) => [name, value(rules[name])])) as Record<Name, T>;
  return {
    ...each(texts, (text) => text),
    ...each(numbers, read),
    ...each(limits, (text) => (text.trim() === "" ? null : read(text))),
    mode: rules.mode,
    offered: rules.offered,
  };
}

/** The kind as it is once these rules, which the server took, are saved. */
export function withRules(kind: SessionKind, rules: Rules): SessionKind {
  const { noticeHours, cutOffHours, link, ...rest } = bodyOf(rules);
  const inMinutes = (hours: string | number) => Math.round(Number(hours) * 60);
  const tidy = (text: string) => text.replace(/\s+/g, " ").trim();
  return {
    ...kind,
    ...(rest as Partial<SessionKind>),
    ...{ name: tidy(rest.name), summary: tidy(rest.summary), place: tidy(rest.place) },
    link: link.trim() || null,
    notice: inMinutes(noticeHours),
    cutOff: inMinutes(cutOffHours),
  };
}
