import { HowItWent, type Mark } from "#app/coach/sessions/[id]/how-it-went.tsx";
import type { CoachViewer } from "#lib/auth/viewer.ts";
import type { FoundBooking } from "#lib/bookings/queries.ts";
import { listBalances } from "#lib/clients/balance.ts";
import { balanceWords } from "#lib/clients/balance-words.ts";

const day = 86_400_000;

/** Whether anything can be said yet of how a session went, and what has been. */
export async function HowItWentHere({
  coach,
  booking,
  now,
}: {
  coach: CoachViewer;
  booking: FoundBooking;
  now: number;
}) {
  const { start } = booking.during;
  const isLateOff = booking.status === "cancelled" && booking.late;
  const stands = ["confirmed", "completed", "no_show"].includes(booking.status) && now >= start - day;
  if (!(stands || isLateOff)) return null;
  const balances = await listBalances(
    coach,
    booking.attendees.map(({ id }) => id),
  );
  return (
    <HowItWent
      key={booking.status}
      bookingId={booking.id}
      mark={markOf(booking)}
      counts={booking.counts ?? booking.kind !== "first_conversation"}
      hasBegun={now >= start && !isLateOff}
      balance={booking.attendees.map(({ id, name }) => `${name}: ${balanceWords(balances.get(id))}`)}
    />
  );
}

function markOf({ status, late }: FoundBooking): Mark | undefined {
  if (status === "completed" || status === "no_show") return status;
  return late ? "late_cancelled" : undefined;
}
