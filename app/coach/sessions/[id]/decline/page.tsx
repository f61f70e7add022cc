import type { Metadata } from "next";
import { requireRequest } from "#app/coach/sessions/[id]/asked-for.ts";
import { whoComes } from "#app/coach/who-comes.ts";
import { Facts } from "#app/ui/facts.tsx";
import { Main, PageHead } from "#app/ui/main.tsx";
import { clockWords, dayWords } from "#lib/time/words.ts";
import { fullZoneWords } from "#lib/time/zones.ts";
import { DeclineForm } from "./decline-form.tsx";

export const metadata: Metadata = { title: "Answer a request" };

export default async function Decline({ params }: { params: Promise<{ id: string }> }) {
  const { booking } = await requireRequest(params);
  const { start, end } = booking.during;
  const zone = booking.coachZone;
  const who = whoComes(booking);
  return (
    <Main>
      <PageHead title={`Say no to ${who}?`} tight />
      <div className="moment moment--ask">
        <Facts
          facts={[
            ["What", booking.typeName],
            [
              "When",
              `${dayWords(start, zone, { year: true })}, ${clockWords(start, zone)} to ${clockWords(end, zone)}`,
            ],
            ["In", fullZoneWords(zone)],
          ]}
        />
        <h2>What will happen</h2>
        <ul className="plain-list">
          <li>The time is free again at once{booking.arcId && ", and so are the ones asked for with it"}.</li>
          <li>
            {who} {booking.attendees.length > 1 ? "each get" : "gets"} a short note by mail that leads to your
            words.
          </li>
        </ul>
        <DeclineForm bookingId={booking.id} who={who} />
      </div>
    </Main>
  );
}
