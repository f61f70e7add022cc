const day = 86_400_000;

/** Answers that are of use for a while only, and how long after their session they are kept. */
export const keptForAWhile = [
  // Who may be called afterwards: somebody's name and number who was never asked.
  { question: "contact", before: "guidance", life: 30 * day },
  // What happened in a session of a mentee's own clients.
  { question: "outline", before: "mentorship", life: 90 * day },
] as const;
