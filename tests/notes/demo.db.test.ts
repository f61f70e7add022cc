import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { asViewer } from "#db/client.ts";
import { demoPeople } from "#db/demo/people.ts";
import { onDatabase } from "#db/one-connection.ts";
import { type ClientViewer, type CoachViewer, viewerOf } from "#lib/auth/proven.ts";
import { readToday } from "#lib/desk/today.ts";
import { ensureDemoNotes } from "#lib/notes/demo.ts";
import { listNotesAbout } from "#lib/notes/queries.ts";
import { preparePractice } from "#lib/running/practice.ts";
import { settings } from "#lib/running/settings.ts";
import { listSummaries, readSummaries } from "#lib/summaries/for-client.ts";
import { findLastStep } from "#lib/summaries/queries.ts";
import { onFreshDatabase } from "#tests/support/on-fresh-database.ts";

const database = onFreshDatabase();
const as = (role: "coach" | "client", userId: string) => viewerOf({ role, userId, sessionId: randomUUID() });
const coach = as("coach", demoPeople.coach.id) as CoachViewer;
const [mara, jonas] = [demoPeople.mara, demoPeople.jonas].map(
  ({ id }) => as("client", id) as ClientViewer,
) as [ClientViewer, ClientViewer];

const prepare = () =>
  preparePractice({
    ...{ databaseUrl: database.url, ownerEmail: undefined },
    encryptionKeys: settings().encryptionKeys,
  });
const count = () =>
  onDatabase(database.adminUrl, async (sql) => {
    const [found] = await sql<{ notes: number; sent: number }[]>`
      select (select count(*)::int from private_notes) as notes, (select count(*)::int from sent_summaries) as sent`;
    return found;
  });

test("the demo practice begins with notes that open, one of them not finished, and a summary that Mara reads", async () => {
  await prepare();
  const [unfinished, ...others] = (await readToday(coach, Date.now())).unfinished;
  expect(unfinished).toMatchObject({ note: "begun", attendees: [{ id: mara.id }] });
  expect(others).toEqual([]);
  const [summary] = await listSummaries(mara);
  const notes = await listNotesAbout(coach, mara.id, [unfinished?.id ?? "", summary?.bookingId ?? ""]);
  expect(notes.map(({ finishedAt, written }) => [finishedAt === null, written.length])).toEqual(
    expect.arrayContaining([
      [true, 2],
      [false, 2],
    ]),
  );
  const [read] = await asViewer(mara, (tx) => readSummaries(tx, mara));
  const step = read?.written.find(({ key }) => key === "step");
  expect(step?.words).toContain("window");
  expect(await findLastStep(coach, mara.id, Date.now())).toMatchObject({ words: step?.words });
  expect(await listSummaries(jonas)).toEqual([]);
});

test("a second start writes nothing more, nor beside what a coach has written", async () => {
  await prepare();
  const known = await count();
  await prepare();
  expect(await count()).toEqual(known);
  const keys = settings().encryptionKeys;
  await onDatabase(database.adminUrl, async (sql) => {
    await sql`delete from sent_summaries`;
    await ensureDemoNotes(sql, keys);
  });
  expect(await count()).toEqual({ ...known, sent: 0 });
});
