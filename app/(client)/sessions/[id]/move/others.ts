import type { OtherPlan } from "#lib/arcs/plan-move.ts";

/** What the person chose for one that goes along: an instant, or null to let it go. */
export type Choices = Partial<Record<string, string | null>>;

export type Other = OtherPlan & { chosen: string | null };

/** Where each of the others goes, as it is chosen or else as it is proposed. */
export function chosenOthers(others: readonly OtherPlan[], choices: Choices): Other[] {
  return others.map((other) => {
    const choice = choices[other.bookingId];
    const chosen = choice === undefined ? other.start : choice;
    const isListed = chosen === null || other.times.includes(chosen);
    return { ...other, times: isListed ? other.times : [chosen, ...other.times].sort(), chosen };
  });
}

/** What is sent along: those that do not stay where they are. */
export function movesOf(others: readonly Other[]) {
  return others
    .filter(({ chosen, was }) => chosen !== was)
    .map(({ bookingId, chosen }) => ({ bookingId, start: chosen }));
}

/** Those whose time the portal could not give, among what it planned anew. */
export function changedOf(before: readonly Other[], fresh: readonly OtherPlan[]): string[] {
  return fresh
    .filter(({ bookingId, times }) => {
      const chosen = before.find((one) => one.bookingId === bookingId)?.chosen;
      return typeof chosen === "string" && !times.includes(chosen);
    })
    .map(({ bookingId }) => bookingId);
}
