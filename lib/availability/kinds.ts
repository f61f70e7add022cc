/** The kinds of session that a practice knows, in the order in which they are named to a coach. */
export const sessionKinds = [
  "first_conversation",
  "preparation",
  "guidance",
  "integration",
  "couple",
  "mentorship",
] as const;
