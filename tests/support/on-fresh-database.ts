import { afterAll, beforeAll } from "vitest";
import { closeDatabase } from "#db/client.ts";
import { stopJobs } from "#lib/jobs/boss.ts";
import { type FreshDatabase, freshDatabase } from "#tests/support/database.ts";

/** Call at the top of a `*.db.test.ts`: everything in that file then runs on a database of its own. */
export function onFreshDatabase(): {
  readonly url: string;
  readonly adminUrl: string;
} {
  let database: FreshDatabase | undefined;
  const current = () => {
    if (!database) throw new Error("The database is there from beforeAll on");
    return database;
  };
  beforeAll(async () => {
    database = await freshDatabase();
    process.env.DATABASE_URL = database.url;
  });
  afterAll(async () => {
    await stopJobs(1_000);
    await closeDatabase();
    await database?.drop();
  });
  return {
    get url() {
      return current().url;
    },
    get adminUrl() {
      return current().adminUrl;
    },
  };
}
