import { inSentence, type Kinds, type NamedKind, setWords } from "./kind-sets.ts";
import { haveSameKinds, type KindHours } from "./stretches.ts";

/** "10:00 to 13:00 and 14:00 to 17:00, guidance only", or each stretch with its own kinds. */
export function hoursWords(hours: readonly KindHours[], named: readonly NamedKind[]): string {
  if (hours.length === 0) return "Closed";
  const times = hours.map(({ from, to }) => `${from} to ${to}`);
  if (haveSameKinds(hours))
    return new Intl.ListFormat("en-GB").format(times) + kindsAfter(hours[0]?.kinds, named);
  return hours
    .map(({ kinds }, index) => `${times[index]}${kindsAfter(kinds, named) || ", all kinds"}`)
    .join("; ");
}

function kindsAfter(kinds: Kinds, named: readonly NamedKind[]): string {
  return kinds ? `, ${inSentence(setWords(kinds, named))}` : "";
}
