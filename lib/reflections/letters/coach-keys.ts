type Share = {
  coachId: string;
  clientId: string;
  shareId: string;
  /** When taking it back was undone, epoch milliseconds: what was planned before may have been dropped since. */
  undoneAt?: number;
};

/** Under what a letter to the coach about something shared is planned once. */
export const receivedKey = (share: Share) => `${receivedFrom(share)}${nameOf(share)}`;
export const receivedFrom = ({ coachId, clientId }: Pick<Share, "coachId" | "clientId">) =>
  `reflection_received:${coachId}:${clientId}:`;
export const lookKey = (share: Share) => `please_look:${share.coachId}:${nameOf(share)}`;

const nameOf = ({ shareId, undoneAt }: Share) =>
  undoneAt === undefined ? shareId : `${shareId}@${undoneAt}`;

/** The id of what was shared. */
export function shareIn(key: string): string {
  const [shareId = ""] = (key.split(":").at(-1) ?? "").split("@");
  return shareId;
}
