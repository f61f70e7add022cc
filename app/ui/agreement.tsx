import { Badge, type BadgeKind } from "#app/ui/badge.tsx";
import { dateOf } from "#app/ui/when.tsx";

type State = "signed" | "changed" | "withdrawn" | "missing";

const badges: Record<State, [BadgeKind, string]> = {
  signed: ["done", "Agreed"],
  changed: ["asked", "Text changed"],
  withdrawn: ["off", "Withdrawn"],
  missing: ["asked", "Not yet"],
};

export function AgreementBadge({ state }: { state: State }) {
  const [kind, words] = badges[state];
  return <Badge kind={kind}>{words}</Badge>;
}

type Agreed = {
  state: State;
  newestAt: number;
  version: number | null;
  signedAt: number | null;
  withdrawnAt: number | null;
  choiceText: string | null;
  also: string;
};

/** Since when, and in which version. */
export function agreedLine(one: Agreed, zone: string, now: number): string {
  const { state, newestAt, version, signedAt, withdrawnAt, choiceText } = one;
  if (signedAt === null) return "";
  const signed = `${dateOf(signedAt, zone, now)}, version ${version}.`;
  if (state === "withdrawn") return `Withdrawn on ${dateOf(withdrawnAt ?? signedAt, zone, now)}.`;
  if (state === "changed") return `Agreed on ${signed} The text changed on ${dateOf(newestAt, zone, now)}.`;
  return `Agreed on ${signed}${choiceText ? ` Chosen: ${choiceText}.` : ""}`;
}
