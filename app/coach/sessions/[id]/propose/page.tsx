import type { Metadata } from "next";
import { requireRequest } from "#app/coach/sessions/[id]/asked-for.ts";
import { whoComes } from "#app/coach/who-comes.ts";
import { Main, PageHead } from "#app/ui/main.tsx";
import { listTimesToOffer } from "#lib/bookings/times-to-offer.ts";
import { clockWords, dayWords } from "#lib/time/words.ts";
import { fullZoneWords } from "#lib/time/zones.ts";
import { ProposeForm } from "./propose-form.tsx";

export const metadata: Metadata = { title: "Offer other times" };

export default async function Propose({ params }: { params: Promise<{ id: string }> }) {
  const { coach, booking } = await requireRequest(params);
  const now = Date.now();
  const { days, apart } = await listTimesToOffer(coach, booking, now);
  const { start, end } = booking.during;
  const zone = booking.coachZone;
  const who = whoComes(booking);
  return (
    <Main>
      <PageHead title="Offer other times" tight>
        <p className="quiet">
          {who} asked for {dayWords(start, zone)}, {clockWords(start, zone)} to {clockWords(end, zone)},{" "}
          {fullZoneWords(zone)}. Choose up to four times. They are kept for three days at most, and so is the
          one asked for; whichever is taken first is confirmed.
        </p>
      </PageHead>
      <ProposeForm bookingId={booking.id} who={who} days={days} apart={apart} zone={zone} />
    </Main>
  );
}
