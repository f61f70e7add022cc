/** How far the writing about a session is. A summary that was changed since it was sent is written again. */
export type State = { note: "none" | "begun" | "finished"; summary: "none" | "written" | "sent" };

const notes = {
  none: "No private note yet.",
  begun: "Private note begun.",
  finished: "Private note finished.",
} satisfies Record<State["note"], string>;

const summaries = {
  none: "No summary yet.",
  written: "Summary written, not sent.",
  sent: "Summary sent.",
} satisfies Record<State["summary"], string>;

/** "Private note begun. No summary yet." */
export const stateWords = ({ note, summary }: State): string => `${notes[note]} ${summaries[summary]}`;
