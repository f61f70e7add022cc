import postgres from "postgres";
import { closeDatabase } from "#db/client.ts";
import { ensureConsentTexts } from "#lib/consent/ensure-texts.ts";
import { ensureQuestions } from "#lib/questions/shipped-sets.ts";
import type { FreshDatabase } from "#tests/support/database.ts";
import { type Portal, startPortal } from "#tests/support/portal.ts";
import { testSettings } from "#tests/support/settings.ts";

/** What a test of the scoreboard plays on: a portal of two processes, its database and its mailbox. */
export type World = {
  processes: Portal["processes"];
  mailbox: string;
  database: FreshDatabase;
  /** The database as superuser: what is really there. */
  look: postgres.Sql;
  close: () => Promise<void>;
};

/** A portal from the production build that believes X-Forwarded-For, so that a test can come from many networks. */
export async function openWorld(): Promise<World> {
  const portal = await startPortal({ database: "empty", settings: { TRUST_PROXY: "1" } });
  const { processes, mailbox, database } = portal;
  // The test's own hands in the database, such as the people it makes up.
  Object.assign(process.env, testSettings, { DATABASE_URL: database.url, RESEND_BASE_URL: mailbox });
  // As `npm start` does.
  await ensureQuestions(database.url, Date.now());
  await ensureConsentTexts(database.url, Date.now());
  const look = postgres(database.adminUrl, { max: 4, onnotice: () => {} });
  return {
    processes,
    mailbox,
    database,
    look,
    async close() {
      await look.end({ timeout: 5 });
      await closeDatabase();
      await portal.stop();
    },
  };
}
