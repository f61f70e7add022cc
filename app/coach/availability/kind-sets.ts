import { sessionKinds } from "#lib/availability/kinds.ts";

/** A kind of session as this coach calls it. */
export type NamedKind = { kind: string; name: string };
/** Kinds that hours are for; undefined is all of them. */
export type Kinds = readonly string[] | undefined;

export type KindSet = { key: string; words: string; kinds: Kinds };

/** What a coach will mostly want to say with one choice. */
export function commonSets(named: readonly NamedKind[]): KindSet[] {
  const only = ({ kind, name }: NamedKind) => ({ key: `only ${kind}`, words: `${name} only`, kinds: [kind] });
  const guidance = named.filter(({ kind }) => kind === "guidance");
  return [
    { key: "all", words: "All kinds", kinds: undefined },
    ...guidance.map(({ name }) => ({
      key: "not guidance",
      words: `All but ${inSentence(name)}`,
      kinds: sessionKinds.filter((kind) => kind !== "guidance"),
    })),
    ...guidance.map(only),
    ...named.filter(({ kind }) => kind !== "guidance").map(only),
  ];
}

export function isSameSet(one: Kinds, other: Kinds): boolean {
  if (!one || !other) return one === other;
  return one.length === other.length && one.every((kind) => other.includes(kind));
}

/** "All but guidance", or "Preparation and integration" for what has no name of its own. */
export function setWords(kinds: Kinds, named: readonly NamedKind[]): string {
  const common = commonSets(named).find((set) => isSameSet(set.kinds, kinds));
  if (common) return common.words;
  const names = named.filter(({ kind }) => kinds?.includes(kind)).map(({ name }) => name);
  const [first = "No kind of yours", ...others] = names;
  return new Intl.ListFormat("en-GB").format([first, ...others.map(inSentence)]);
}

/** The set with one kind more or less. Every kind ticked is all of them, whatever kinds are still to come. */
export function withKind(kinds: Kinds, kind: string, isIn: boolean, named: readonly NamedKind[]): Kinds {
  const others = (kinds ?? named.map((one) => one.kind)).filter((one) => one !== kind);
  const next = isIn ? [...others, kind] : others;
  return named.every((one) => next.includes(one.kind)) ? undefined : next;
}

/** "Guidance" as "guidance", and what begins with more capitals as it is. */
export function inSentence(name: string): string {
  return /^\p{Lu}(\p{Ll}|$)/u.test(name) ? name.charAt(0).toLowerCase() + name.slice(1) : name;
}
