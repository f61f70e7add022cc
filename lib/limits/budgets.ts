const hour = 3_600;

/** How often one network may do what costs mail or could be guessed at. Told aloud. */
export const networkBudgets = {
  askForMail: { name: "ask-network", points: 20, seconds: hour },
  tryCode: { name: "code-network", points: 60, seconds: hour },
  openLink: { name: "link-network", points: 120, seconds: hour },
} as const;

/** How often one address is written to. Kept without a word, or it would tell who is known here. */
export const mailBudgets = [
  { name: "ask-minute", points: 1, seconds: 60 },
  { name: "ask-hour", points: 5, seconds: hour },
] as const;
