/** The questions for one coach. */
export const pathFor = (coachId: string) => `/questions?with=${coachId}` as const;
/** The same, to answer them anew. */
export const pathToChange = (coachId: string) => `/questions?with=${coachId}&change=1` as const;
