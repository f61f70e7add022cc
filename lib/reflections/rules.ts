/** How long, after taking words back, that can be undone. */
export const undoWithin = 3_600_000;

type Asked = { type: string; coachOnly?: boolean };

/** Journals and exercises are for a coach at most; so is a question that says so. */
export function mayBeShownTo(reader: "coach" | "partner", block: Asked): boolean {
  return reader === "coach" || (block.type === "shared_question" && !block.coachOnly);
}
