/** Where a sealed address belongs; it opens nowhere else. */
export const addressPlace = (feedId: string) => `busy_feeds|url|${feedId}`;

/** Where what undoes a removal belongs: with the coach who removed it. */
export const undoPlace = ({ id }: { id: string }) => `busy_feeds|undo|${id}`;
