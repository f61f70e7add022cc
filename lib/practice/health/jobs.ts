import { queues } from "#db/queues.ts";

const minute = 60_000;
const hour = 60 * minute;

/** The work that the clock calls for: what it is for, and after how long without it something is wrong. */
export const watchedJobs = {
  [queues.releaseHolds]: { words: "Letting times go that nobody confirmed", lateAfter: 15 * minute },
  [queues.refreshFeeds]: { words: "Reading other calendars", lateAfter: 15 * minute },
  [queues.remind]: { words: "Reminders", lateAfter: 15 * minute },
  [queues.overview]: { words: "Overviews of the day", lateAfter: 15 * minute },
  [queues.suggest]: { words: "Letters about lessons", lateAfter: 15 * minute },
  [queues.ask]: { words: "Letters with questions", lateAfter: 15 * minute },
  [queues.lookAfter]: { words: "This look at how all is", lateAfter: 3 * hour },
  [queues.tidyMail]: { words: "Tidying old mail away", lateAfter: 27 * hour },
  [queues.letAnswersGo]: { words: "Letting old answers go", lateAfter: 27 * hour },
} as const;

export type WatchedJob = keyof typeof watchedJobs;

export function isWatched(name: string): name is WatchedJob {
  return name in watchedJobs;
}
