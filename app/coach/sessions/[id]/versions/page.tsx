import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { ButtonLink } from "#app/ui/button.tsx";
import { Empty } from "#app/ui/empty.tsx";
import { Main, PageHead } from "#app/ui/main.tsx";
import { requireCoach } from "#lib/auth/viewer.ts";
import { findBooking } from "#lib/bookings/queries.ts";
import { isUuid } from "#lib/http/request.ts";
import type { Written } from "#lib/notes/fields.ts";
import { listVersions } from "#lib/notes/versions.ts";
import { clockWords, dayWords } from "#lib/time/words.ts";
import { Restore } from "./restore.tsx";

export const metadata: Metadata = { title: "Earlier versions" };

export default async function EarlierVersions({
  params,
  searchParams,
}: PageProps<"/coach/sessions/[id]/versions">) {
  const coach = await requireCoach();
  const [{ id }, search] = await Promise.all([params, searchParams]);
  const booking = isUuid(id) ? await findBooking(coach, id) : undefined;
  if (!booking) notFound();
  const part = search.of === "summary" ? "summary" : "note";
  const person = booking.attendees.find((one) => one.id === search.about);
  const about =
    person ?? (part === "note" && booking.attendees.length > 1 ? undefined : booking.attendees[0]);
  const found = await listVersions(coach, { part, bookingId: id, aboutId: about?.id ?? null });
  const zone = booking.coachZone;
  const when = (at: number) => `${dayWords(at, zone)}, ${clockWords(at, zone)}`;
  const what = part === "note" ? "Private note" : `Summary for ${about?.name ?? ""}`;
  return (
    <Main>
      <PageHead title={`${what}: earlier versions`} tight>
        <p className="quiet">
          Only you can see these. One is kept when you finish or send, and when you write on later.
        </p>
      </PageHead>
      <div className="measure stack">
        {found ? (
          <>
            <Version title={`As it stands, You, ${when(found.writtenAt)}`} written={found.written} />
            {found.versions.map(({ id: version, writtenAt, written }) => (
              <Version key={version} title={`You, ${when(writtenAt)}`} written={written}>
                <Restore versionId={version} when={when(writtenAt)} />
              </Version>
            ))}
            {found.versions.length === 0 && <Empty>There is no earlier version yet.</Empty>}
          </>
        ) : (
          <Empty>Nothing has been written here yet.</Empty>
        )}
        <p>
          <ButtonLink look="quiet" href={`/coach/sessions/${booking.id}#after`}>
            Back to writing
          </ButtonLink>
        </p>
      </div>
    </Main>
  );
}

type VersionProps = { title: string; written: Written[]; children?: React.ReactNode };

function Version({ title, written, children }: VersionProps) {
  return (
    <section className="card">
      <h2 className="text-lead">{title}</h2>
      {written.length === 0 && <p className="quiet">Nothing stood here.</p>}
      <dl className="facts">
        {written.map(({ key, label, words }) => (
          <div key={key}>
            <dt>{label}</dt>
            <dd className="as-written">{words}</dd>
          </div>
        ))}
      </dl>
      {children}
    </section>
  );
}
