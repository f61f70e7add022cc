import { randomBytes, randomUUID } from "node:crypto";
import { setTimeout as pause } from "node:timers/promises";
import type postgres from "postgres";
import type { Site } from "./on-portal.ts";

type Row = Record<string, unknown>;
type Mail = { message: Row; job: Row };
export type BookedRows = { booking: Row; attendee: Row; audit: Row; mails: Mail[] };

/** What one booking has left in the tables, once its mail is out. */
export async function rowsOf({ admin }: Site, bookingId: string): Promise<BookedRows> {
  const only = async (rows: postgres.PendingQuery<postgres.Row[]>): Promise<Row> => {
    const found = await rows;
    if (found.length !== 1) throw new Error(`A booking wrote ${found.length} rows where one was expected`);
    return found[0] as Row;
  };
  while ((await admin`select from messages where booking_id = ${bookingId} and state <> 'sent'`).length > 0)
    await pause(50);
  const mails: Mail[] = [];
  for (const message of await admin`select * from messages where booking_id = ${bookingId}`)
    mails.push({
      // It is emptied when it is sent, and was as long as a letter before.
      message: { ...message, payload: randomBytes(12_000) },
      job: await only(admin`select * from pgboss.job where data->>'messageId' = ${String(message.id)}`),
    });
  // One to the client and one to the coach.
  if (mails.length !== 2) throw new Error(`A booking wrote ${mails.length} letters where two were expected`);
  const { seq, ...audit } = await only(admin`select * from audit_log where subject_id = ${bookingId}`);
  return {
    booking: await only(admin`select * from bookings where id = ${bookingId}`),
    attendee: await only(admin`select * from booking_attendees where booking_id = ${bookingId}`),
    audit,
    mails,
  };
}

/** Writes the same rows for another coach and client, `turn` hours later, statement by statement in one transaction. */
export async function copyRows(
  sql: postgres.Sql,
  { booking, attendee, audit, mails }: BookedRows,
  { coachId, clientId }: { coachId: string; clientId: string },
  turn: number,
): Promise<void> {
  const id = randomUUID();
  const later = (span: unknown) =>
    String(span).replace(/"([^"]+)"/g, (_, at: string) =>
      new Date(Date.parse(`${at}:00`) + turn * 3_600_000).toISOString(),
    );
  const during = later(booking.during);
  await sql.begin(async (tx) => {
    await tx`insert into bookings ${tx({
      ...booking,
      id,
      coach_id: coachId,
      during,
      occupied: later(booking.occupied),
      ics_uid: `${id}@attune`,
      idempotency_key: randomUUID(),
    })}`;
    await tx`insert into booking_attendees ${tx({ ...attendee, booking_id: id, client_id: clientId, during })}`;
    await tx`insert into audit_log ${tx({ ...audit, subject_id: id })}`;
    for (const { message, job } of mails) {
      const messageId = randomUUID();
      await tx`insert into messages ${tx({ ...message, id: messageId, dedupe: messageId, booking_id: id })}`;
      await tx`insert into pgboss.job ${tx({ ...job, id: randomUUID(), data: { messageId, lane: "booking" } })}`;
    }
  });
}
