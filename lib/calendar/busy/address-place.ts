/** Where a sealed address belongs; it opens nowhere else. */
export const addressPlace = (feedId: string) => `busy_feeds|url|${feedId}`;
