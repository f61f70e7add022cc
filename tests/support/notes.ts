import { randomUUID } from "node:crypto";
import { and, eq } from "drizzle-orm";
import { asViewer } from "#db/client.ts";
import { sentSummaries, sharedSummaries } from "#db/schema/index.ts";
import type { NoteInput, SummaryInput, TemplateInput } from "#lib/notes/input.ts";
import { keepNote, type Of } from "#lib/notes/keep-note.ts";
import { saveTemplate } from "#lib/notes/templates.ts";
import { listVersions } from "#lib/notes/versions.ts";
import { sealWritten } from "#lib/notes/written.ts";
import { ensureClientKey } from "#lib/reflections/client-key.ts";
import { keepSummary } from "#lib/summaries/keep-summary.ts";
import { aTypeOf } from "./asked.ts";
import { aBooking } from "./bookings.ts";
import type { Client, Coach } from "./people.ts";

const hour = 3_600_000;

type Kind = "integration" | "preparation" | "guidance" | "couple";
type Held = { for: Client | Client[]; with: Coach; kind?: Kind; start?: number };

/** A session that was held, a day ago unless said otherwise. */
export async function aSessionHeld({ kind = "integration", start, ...meeting }: Held): Promise<string> {
  const type = await aTypeOf(meeting.with, kind);
  const at = start ?? Math.floor(Date.now() / hour) * hour - 24 * hour;
  return aBooking({ ...meeting, type, start: at, status: "completed" });
}

/** What the page would send of a note. */
export const noteOf = (coach: Coach, of: Of, answers: NoteInput["answers"], revision = 0): NoteInput => ({
  ...{ author: coach.id, ...of, answers, revision, labels: {} },
});

/** What the page would send of a summary. */
export const summaryOf = (
  coach: Coach,
  [booking, client]: [string, Client],
  answers: SummaryInput["answers"],
  revision = 0,
): SummaryInput => ({ author: coach.id, booking, client: client.id, answers, revision, labels: {} });

export const aboutSession = (booking: string, about: Client | null): Of => ({
  ...{ purpose: "session", booking, about: about?.id ?? null },
});

export async function aNote(coach: Coach, of: Of, words: string, now = Date.now()): Promise<void> {
  const key = { session: "stayed", first_question: "question", standing: "about" }[of.purpose];
  await keepNote(coach, noteOf(coach, of, { [key]: words }), now);
}

/** A summary that its client can read, without the letter about it. Gives the id of what was sent. */
export async function aSentSummary(
  coach: Coach,
  bookingId: string,
  client: Client,
  words = "Keep the window.",
  now = Date.now(),
): Promise<string> {
  const { revision } = await keepSummary(coach, summaryOf(coach, [bookingId, client], { step: words }), now);
  const id = randomUUID();
  await asViewer(coach, async (tx) => {
    const [draft] = await tx
      .select({ id: sharedSummaries.id })
      .from(sharedSummaries)
      .where(and(eq(sharedSummaries.bookingId, bookingId), eq(sharedSummaries.clientId, client.id)));
    const key = await ensureClientKey(tx, client.id);
    const place = { table: "sent_summaries", id, ownerId: client.id } as const;
    await tx.insert(sentSummaries).values({
      ...{ id, summaryId: draft?.id ?? "", coachId: coach.id, bookingId, clientId: client.id, revision },
      ...{ words: sealWritten(key, [{ key: "step", label: "One small step", words }], place), sentAt: now },
    });
  });
  return id;
}

/** A version of a note that stood there before. Gives its id. */
export async function aVersion(coach: Coach, of: Of): Promise<string> {
  const hours = 3_600_000;
  await aNote(coach, of, "One", Date.now() - hours);
  await keepNote(coach, noteOf(coach, of, { stayed: "Two" }, 1), Date.now());
  const found = await listVersions(coach, {
    ...{ part: "note", bookingId: of.booking ?? "", aboutId: of.about },
  });
  return found?.versions[0]?.id ?? "";
}

export const templateOf = (more: Partial<TemplateInput> = {}): TemplateInput => ({
  ...{ kind: "integration", part: "note", name: "After the day", seen: null },
  fields: [
    { key: "stayed", label: "What stayed", words: "The first thing said:" },
    { key: "own-1", label: "The weather inside", words: "" },
  ],
  ...more,
});

/** When templates of tests were made, so that they can be changed as they were seen. */
export const templateMadeAt = Date.parse("2026-01-01T00:00:00Z");

export async function aTemplate(coach: Coach, more: Partial<TemplateInput> = {}): Promise<string> {
  const id = randomUUID();
  await saveTemplate(coach, id, templateOf(more), templateMadeAt);
  return id;
}
