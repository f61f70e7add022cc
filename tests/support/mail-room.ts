import postgres from "postgres";
import { closeDatabase } from "#db/client.ts";
import { startMailbox } from "#lib/mail/mailbox/server.ts";
import { settings } from "#lib/running/settings.ts";
import { freshDatabase } from "#tests/support/database.ts";
import { type Gate, startGate } from "#tests/support/gate.ts";
import { readySender, type Sender } from "#tests/support/senders.ts";
import { testSettings } from "#tests/support/settings.ts";

/** Where mail is planned and sent, and nothing else happens: a database, a mailbox, and a gate on the way to it. */
export type MailRoom = {
  mailbox: string;
  gate: Gate;
  /** Of a process that is at home here. */
  settings: Record<string, string>;
  /** The database as superuser: what is really there. */
  look: postgres.Sql;
  readySender: (settings?: Record<string, string>) => Promise<Sender>;
  /** Runs `work`, which makes up people and plans letters, on this room's database. */
  within: <T>(work: () => Promise<T>) => Promise<T>;
  close: () => Promise<void>;
};

/** Needs a test cluster. No process sends here but those that are asked for. */
export async function openMailRoom(said: Record<string, string> = {}): Promise<MailRoom> {
  const database = await freshDatabase();
  const mailbox = await startMailbox({ port: 0 });
  const gate = await startGate(mailbox.url);
  const look = postgres(database.adminUrl, { max: 6, onnotice: () => {} });
  const senders: Sender[] = [];
  const room = { ...testSettings, DATABASE_URL: database.url, RESEND_BASE_URL: gate.url, ...said };
  return {
    mailbox: mailbox.url,
    gate,
    settings: room,
    look,
    async readySender(more = {}) {
      const sender = await readySender({ ...room, ...more });
      senders.push(sender);
      return sender;
    },
    async within(work) {
      // They are read once in a process, and this room will be gone before it.
      settings();
      const before = process.env.DATABASE_URL;
      await closeDatabase();
      process.env.DATABASE_URL = database.url;
      try {
        return await work();
      } finally {
        await closeDatabase();
        process.env.DATABASE_URL = before;
      }
    },
    async close() {
      await Promise.all(senders.map((sender) => sender.end("SIGKILL")));
      await look.end({ timeout: 5 });
      await gate.stop();
      await mailbox.stop();
      await database.drop();
    },
  };
}
