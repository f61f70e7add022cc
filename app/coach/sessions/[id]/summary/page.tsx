import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { TakeBack } from "#app/coach/sessions/[id]/after/take-back.tsx";
import { ButtonLink } from "#app/ui/button.tsx";
import { Empty } from "#app/ui/empty.tsx";
import { Main, PageHead } from "#app/ui/main.tsx";
import { SummarySheet } from "#app/ui/summary-sheet.tsx";
import { requireCoach } from "#lib/auth/viewer.ts";
import { findBooking, findReader } from "#lib/bookings/queries.ts";
import { isUuid } from "#lib/http/request.ts";
import { listSentTo, listSessionSummaries } from "#lib/summaries/queries.ts";
import { clockWords, dayWords } from "#lib/time/words.ts";
import { SendIt } from "./send-it.tsx";

export const metadata: Metadata = { title: "As it will be read" };

export default async function SummaryPreview({
  params,
  searchParams,
}: PageProps<"/coach/sessions/[id]/summary">) {
  const coach = await requireCoach();
  const [{ id }, search] = await Promise.all([params, searchParams]);
  const booking = isUuid(id) ? await findBooking(coach, id) : undefined;
  if (!booking) notFound();
  const now = Date.now();
  const [{ name: coachName }, all] = await Promise.all([
    findReader(coach),
    listSessionSummaries(coach, booking, now),
  ]);
  const sheet = all.length === 1 ? all[0] : all.find(({ client }) => client.id === search.for);
  if (!sheet) notFound();
  const { client, fields, answers, revision, sent } = sheet;
  const written = fields.flatMap(({ key, label }) =>
    answers[key] ? [{ key, label, words: answers[key] }] : [],
  );
  const zone = booking.coachZone;
  const [standing] = sent && !sent.isNewest ? await listSentTo(coach, client.id, [id]) : [];
  return (
    <Main>
      <PageHead title={`As ${client.name} will read it`} tight>
        <p className="quiet">
          {sent?.isNewest
            ? `Sent ${dayWords(sent.sentAt, zone)}, ${clockWords(sent.sentAt, zone)}.`
            : standing
              ? `This has not been sent yet. What ${client.name} can read now is below it. Nothing of your private note is on this page.`
              : "Not sent yet. Nothing of your private note is on this page."}
        </p>
      </PageHead>
      <div className="measure stack">
        {written.length > 0 ? (
          <SummarySheet
            id="summary"
            title={`Summary from ${coachName}`}
            said={dayWords(booking.during.start, zone)}
            written={written}
          />
        ) : (
          <Empty>There is nothing in this summary yet.</Empty>
        )}
        {written.length > 0 && !sent?.isNewest && (
          <SendIt booking={id} client={client} revision={revision} isAgain={sent !== undefined} />
        )}
        {sent?.isNewest && sent.canTakeBack && <TakeBack sentId={sent.id} name={client.name} />}
        {standing && (
          <SummarySheet
            id="standing"
            title={`What ${client.name} can read now`}
            said={`sent ${dayWords(standing.sentAt, zone)}, ${clockWords(standing.sentAt, zone)}`}
            written={standing.written}
          />
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
