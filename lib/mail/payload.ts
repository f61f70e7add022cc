/** Where a sealed payload belongs; it opens nowhere else. */
export const payloadPlace = (messageId: string) => `messages|payload|${messageId}`;
