import type { screenings } from "#db/schema/index.ts";

/** As it is stored. That answers are too old comes with time, and is not. */
export type ScreeningState = (typeof screenings.$inferSelect)["state"];

/** Where a coach may take the talk from each state. Who shares answers begins it. */
const moves: Record<ScreeningState, readonly ScreeningState[]> = {
  not_started: [],
  shared: ["in_conversation", "medical_review_asked", "coach_ready_to_proceed", "coach_not_at_this_time"],
  in_conversation: ["medical_review_asked", "coach_ready_to_proceed", "coach_not_at_this_time"],
  // Whoever has asked waits for the answer, or takes the question back with a reason.
  medical_review_asked: ["medical_review_noted", "in_conversation", "coach_not_at_this_time"],
  medical_review_noted: [
    "in_conversation",
    "medical_review_asked",
    "coach_ready_to_proceed",
    "coach_not_at_this_time",
  ],
  coach_ready_to_proceed: ["in_conversation", "medical_review_asked", "coach_not_at_this_time"],
  coach_not_at_this_time: ["in_conversation", "medical_review_asked"],
};

export function mayMove(from: ScreeningState, to: ScreeningState): boolean {
  return moves[from].includes(to);
}

/** In the order in which they are offered. */
export function movesFrom(from: ScreeningState): readonly ScreeningState[] {
  return moves[from];
}
