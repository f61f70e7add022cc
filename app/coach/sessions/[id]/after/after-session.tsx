import { UnsavedGuard } from "#app/unsaved.tsx";
import type { CoachViewer } from "#lib/auth/viewer.ts";
import type { FoundBooking } from "#lib/bookings/queries.ts";
import { listSessionNotes, type NoteSheet } from "#lib/notes/queries.ts";
import { listSessionSummaries } from "#lib/summaries/queries.ts";
import { clockWords, dayWords } from "#lib/time/words.ts";
import { NoteForm } from "./note-form.tsx";
import { SummaryForm } from "./summary-form.tsx";

type AfterSessionProps = { coach: CoachViewer; booking: FoundBooking; now: number };

/** Two sheets that cannot be taken for one another: what stays with the coach, and what goes to the client. */
export async function AfterSession({ coach, booking, now }: AfterSessionProps) {
  const [notes, summaries] = await Promise.all([
    listSessionNotes(coach, booking, now),
    listSessionSummaries(coach, booking, now),
  ]);
  if (notes.length === 0) return null;
  const { kind, attendees, coachZone: zone } = booking;
  const [one] = attendees;
  const when = (at: number) => `${dayWords(at, zone)}, ${clockWords(at, zone)}`;
  const aboutBoth = notes.find(({ of }) => of.about === null);
  const noteForm = (sheet: NoteSheet) => {
    const person = attendees.find(({ id }) => id === sheet.of.about);
    return (
      <NoteForm
        key={`${sheet.of.about}`}
        sheet={sheet}
        kind={kind}
        title={titleOf(person?.name, attendees.length)}
        names={person ? [person.name] : attendees.map(({ name }) => name)}
        finished={sheet.finishedAt === null ? undefined : when(sheet.finishedAt)}
      />
    );
  };
  return (
    <UnsavedGuard>
      <section className="after-session" id="after" aria-labelledby="after-heading">
        <div className="after-session__head">
          <h2 id="after-heading">After the session</h2>
          <p className="quiet">
            Two pages. The private note stays with you. The summary goes to{" "}
            {attendees.length === 1 ? one?.name : "each of them"}, and only when you send it.
          </p>
        </div>
        {aboutBoth && noteForm(aboutBoth)}
        {attendees.map((client) => {
          const note = notes.find(({ of }) => of.about === client.id);
          const summary = summaries.find((sheet) => sheet.client.id === client.id);
          return (
            <div className="writing-pair" key={client.id}>
              {note && noteForm(note)}
              {summary && (
                <SummaryForm
                  sheet={summary}
                  kind={kind}
                  sentWords={summary.sent ? when(summary.sent.sentAt) : undefined}
                />
              )}
            </div>
          );
        })}
      </section>
    </UnsavedGuard>
  );
}

function titleOf(name: string | undefined, several: number): string {
  if (several === 1) return "Private note";
  return name ? `Private note, ${name} alone` : "Private note about both";
}
