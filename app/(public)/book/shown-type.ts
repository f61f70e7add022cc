import type { OfferedType } from "#lib/availability/offered-types.ts";
import { whoever } from "#lib/bookings/whoever.ts";
import { lengthWords } from "#lib/time/words.ts";

/**
 * What the booking page shows of a kind of session; the coach's rules stay on the server. What only clients may book is
 * for a visitor something to ask for.
 */
export function whatIsShown(type: OfferedType, { isClient }: { isClient: boolean }) {
  const { id, kind, name, summary, minutes, place, mode, openTo, coachName, feeSentence } = type;
  const isAskedFor = mode === "request" || (openTo !== "everyone" && !isClient);
  return {
    ...{ id, kind, name, summary, minutes, place, isAskedFor, coachName, feeSentence },
    /** The longest it may take, where that depends on who is free. */
    mostMinutes: minutes,
    /** With no coach in particular. */
    isAnybodys: false,
  };
}
export type ShownType = ReturnType<typeof whatIsShown>;

/** A kind of session, once, and with whom it can be: the first of them stands for it. */
export type ShownKind = { kind: string; choices: [ShownType, ...ShownType[]] };

/** The kinds in the order in which they first come. A first conversation may be with whoever is free first. */
export function shownKinds(types: ShownType[]): ShownKind[] {
  const byKind = new Map<string, ShownKind>();
  for (const type of types) {
    const known = byKind.get(type.kind);
    if (known) known.choices.push(type);
    else byKind.set(type.kind, { kind: type.kind, choices: [type] });
  }
  const first = byKind.get(whoever);
  const anybody = first?.choices.filter(({ isAskedFor }) => !isAskedFor) ?? [];
  if (first && anybody.length > 1) first.choices.unshift(withAnybody(anybody));
  return [...byKind.values()];
}

function withAnybody(types: ShownType[]): ShownType {
  const lengths = types.map(({ minutes }) => minutes);
  const places = new Set(types.map(({ place }) => place));
  const [any] = types;
  if (!any) throw new Error("Nobody has a first conversation");
  return {
    ...any,
    id: whoever,
    minutes: Math.min(...lengths),
    mostMinutes: Math.max(...lengths),
    place: places.size === 1 ? any.place : "Your coach tells you before you meet.",
    feeSentence: null,
    isAnybodys: true,
  };
}

/** "30 minutes", or "30 minutes to 1 hour" where it depends on who is free. */
export function howLong({
  minutes,
  mostMinutes = minutes,
}: {
  minutes: number;
  mostMinutes?: number;
}): string {
  const shortest = lengthWords(minutes);
  return minutes === mostMinutes ? shortest : `${shortest} to ${lengthWords(mostMinutes)}`;
}

/** The type of this id, or the first of the kind of this name. */
export function findShown(kinds: ShownKind[], wanted: string | undefined): ShownType | undefined {
  for (const { kind, choices } of kinds) {
    if (kind === wanted) return choices[0];
    const found = choices.find(({ id }) => id === wanted);
    if (found) return found;
  }
  return undefined;
}
