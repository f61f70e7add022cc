/**
 * Somebody waits in front of a screen for the first; a change of a booking may take a moment longer; a reminder and
 * whatever else comes by the clock give way to both.
 */
export type Lane = "sign-in" | "booking" | "reminder" | "overview";

export const lanes = ["sign-in", "booking", "reminder", "overview"] as const satisfies Lane[];

const priorities: Record<Lane, number> = { "sign-in": 10, booking: 5, reminder: 3, overview: 1 };

/** Jobs of at least this priority have a worker of their own, so that slow mail never holds them up. */
export const urgentPriority = priorities["sign-in"];

export const isUrgent = (lane: Lane) => lane === "sign-in";

/** How a job of this lane is queued. What became of the message is in its row; the job is only the call to look. */
export function mailJob(lane: Lane) {
  return {
    priority: priorities[lane],
    retryLimit: 3,
    retryDelay: 5,
    expireInSeconds: 45,
    deleteAfterSeconds: 3_600,
  };
}
