import type { WorkOptions } from "pg-boss";
import { queues } from "#db/queues.ts";
import { expireRequests } from "#lib/bookings/commands/expire-requests.ts";
import { releaseStaleHolds } from "#lib/bookings/commands/release-holds.ts";
import { sendOverviews } from "#lib/bookings/overview/send-overviews.ts";
import { remind } from "#lib/bookings/reminders/remind.ts";
import { refreshDueFeeds } from "#lib/calendar/busy/refresh-feeds.ts";
import { sendSuggestions } from "#lib/lessons/suggestions/send-due.ts";
import { type Lane, urgentPriority } from "#lib/mail/lanes.ts";
import { sendMessage } from "#lib/mail/sender.ts";
import { tidyMail } from "#lib/mail/tidy.ts";
import { deleteThrownAway } from "#lib/reflections/journal/throw-away.ts";
import { sendAsked } from "#lib/reflections/letters/send-due.ts";
import { letAnswersGo } from "#lib/reflections/retention/let-answers-go.ts";
import { letScreeningsGo } from "#lib/screening/let-screenings-go.ts";

export type Work = {
  queue: string;
  /** When it is called by the clock: a cron line, UTC. */
  cron?: string;
  /** How many jobs of it this process does at once. */
  workers: number;
  options: WorkOptions;
  run: (data: never) => Promise<unknown>;
};

type MailCall = { messageId: string; lane: Lane };

const sendMail = ({ messageId, lane }: MailCall) => sendMessage(messageId, lane);
const tidy = async (now: number) => [await tidyMail(now), await deleteThrownAway(now)];
const letGo = async (now: number) => [await releaseStaleHolds(now), await expireRequests(now)];
// A commit wakes the workers at once; polling is for what comes due later.
const soon = { pollingIntervalSeconds: 0.5, notifyPollingIntervalSeconds: 2 };

/** Everything that the portal does in the background. */
export const works: Work[] = [
  { queue: queues.sendMail, workers: 4, options: soon, run: sendMail },
  { queue: queues.sendMail, workers: 2, options: { ...soon, minPriority: urgentPriority }, run: sendMail },
  {
    queue: queues.releaseHolds,
    cron: "* * * * *",
    workers: 1,
    options: { pollingIntervalSeconds: 5 },
    run: () => letGo(Date.now()),
  },
  {
    queue: queues.refreshFeeds,
    cron: "* * * * *",
    workers: 2,
    options: { pollingIntervalSeconds: 2 },
    run: () => refreshDueFeeds(),
  },
  {
    queue: queues.tidyMail,
    cron: "20 3 * * *",
    workers: 1,
    options: { pollingIntervalSeconds: 60 },
    run: () => tidy(Date.now()),
  },
  {
    queue: queues.remind,
    cron: "* * * * *",
    workers: 1,
    options: { pollingIntervalSeconds: 5 },
    run: () => remind(Date.now()),
  },
  {
    queue: queues.overview,
    cron: "* * * * *",
    workers: 1,
    options: { pollingIntervalSeconds: 5 },
    run: () => sendOverviews(Date.now()),
  },
  {
    queue: queues.suggest,
    cron: "* * * * *",
    workers: 1,
    options: { pollingIntervalSeconds: 5 },
    run: () => sendSuggestions(Date.now()),
  },
  {
    queue: queues.ask,
    cron: "* * * * *",
    workers: 1,
    options: { pollingIntervalSeconds: 5 },
    run: () => sendAsked(Date.now()),
  },
  {
    queue: queues.letAnswersGo,
    cron: "40 3 * * *",
    workers: 1,
    options: { pollingIntervalSeconds: 60 },
    run: async () => (await letAnswersGo(Date.now())) + (await letScreeningsGo(Date.now())),
  },
];
