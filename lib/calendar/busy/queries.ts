import { asc, eq } from "drizzle-orm";
import { asViewer } from "#db/client.ts";
import { busyFeeds } from "#db/schema/index.ts";
import type { CoachViewer } from "#lib/auth/viewer.ts";
import { problemSentence } from "./problems.ts";

/** A coach's other calendars, without their addresses. `state` is "new" while one waits to be read. */
export async function listBusyFeeds(coach: CoachViewer) {
  const feeds = await asViewer(coach, (tx) =>
    tx
      .select({
        id: busyFeeds.id,
        name: busyFeeds.name,
        host: busyFeeds.host,
        state: busyFeeds.state,
        problem: busyFeeds.problem,
        checkedAt: busyFeeds.checkedAt,
        goodAt: busyFeeds.goodAt,
      })
      .from(busyFeeds)
      .where(eq(busyFeeds.coachId, coach.id))
      .orderBy(asc(busyFeeds.createdAt), asc(busyFeeds.id)),
  );
  return feeds.map(({ problem, ...feed }) => ({ ...feed, problem: problem && problemSentence(problem) }));
}
export type ListedFeed = Awaited<ReturnType<typeof listBusyFeeds>>[number];
