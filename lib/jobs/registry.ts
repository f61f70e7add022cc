import type { WorkOptions } from "pg-boss";
import { queues } from "#db/queues.ts";
import { releaseStaleHolds } from "#lib/bookings/commands/release-holds.ts";
import { type Lane, urgentPriority } from "#lib/mail/lanes.ts";
import { sendMessage } from "#lib/mail/sender.ts";

type Work = {
  queue: string;
  /** When it is called by the clock: a cron line, UTC. */
  cron?: string;
  options: WorkOptions;
  run: (data: never) => Promise<unknown>;
};

type MailCall = { messageId: string; lane: Lane };

const sendMail = ({ messageId, lane }: MailCall) => sendMessage(messageId, lane);
// A commit wakes the worker at once; the polling is for what comes due later.
const soon = { pollingIntervalSeconds: 0.5, notifyPollingIntervalSeconds: 2 };

/** Everything that the portal does in the background. */
export const works: Work[] = [
  { queue: queues.sendMail, options: { ...soon, localConcurrency: 3 }, run: sendMail },
  { queue: queues.sendMail, options: { ...soon, minPriority: urgentPriority }, run: sendMail },
  {
    queue: queues.releaseHolds,
    cron: "* * * * *",
    options: { pollingIntervalSeconds: 5 },
    run: () => releaseStaleHolds(Date.now()),
  },
];
