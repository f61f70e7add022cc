type Share = { coachId: string; clientId: string; shareId: string };

/** Under what a letter to the coach about something shared is planned once. */
export const receivedKey = ({ coachId, clientId, shareId }: Share) =>
  `${receivedFrom({ coachId, clientId })}${shareId}`;
export const receivedFrom = ({ coachId, clientId }: Omit<Share, "shareId">) =>
  `reflection_received:${coachId}:${clientId}:`;
export const lookKey = ({ coachId, shareId }: Omit<Share, "clientId">) => `please_look:${coachId}:${shareId}`;

/** The id of what was shared. */
export const shareIn = (key: string) => key.split(":").at(-1) ?? "";
