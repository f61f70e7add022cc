import { theirZones } from "#app/coach/who-comes.ts";
import { Facts } from "#app/ui/facts.tsx";
import { elsewhereWords, isSameClock } from "#app/ui/when.tsx";
import type { FoundBooking } from "#lib/bookings/queries.ts";
import { lengthWords } from "#lib/time/words.ts";
import { fullZoneWords } from "#lib/time/zones.ts";

export function SessionFacts({ booking }: { booking: FoundBooking }) {
  const { start, end } = booking.during;
  return (
    <Facts
      facts={[
        ["Kind", booking.typeName],
        ["Length", lengthWords((end - start) / 60_000)],
        ["Where", booking.place || "Nothing is set for this kind."],
        ["For them", <TheirClocks key="clocks" booking={booking} />],
      ]}
    />
  );
}

function TheirClocks({ booking }: { booking: FoundBooking }) {
  const { start } = booking.during;
  return theirZones(booking).map((zone) => (
    <p key={zone}>
      {isSameClock(start, zone, booking.coachZone)
        ? `The same time, in ${fullZoneWords(zone)}`
        : `${elsewhereWords(start, zone, booking.coachZone)} (${zone})`}
    </p>
  ));
}
