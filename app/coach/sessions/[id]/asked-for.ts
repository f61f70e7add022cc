import { notFound, redirect } from "next/navigation";
import { requireCoach } from "#lib/auth/viewer.ts";
import { findBooking } from "#lib/bookings/queries.ts";
import { isUuid } from "#lib/http/request.ts";

/** An open request of this coach's, for the pages that answer it. One that is answered leads back to its own page. */
export async function requireRequest(params: Promise<{ id: string }>) {
  const coach = await requireCoach();
  const { id } = await params;
  const booking = isUuid(id) ? await findBooking(coach, id) : undefined;
  if (!booking) notFound();
  if (booking.status !== "requested" || Date.now() >= booking.during.start)
    redirect(`/coach/sessions/${booking.id}`);
  return { coach, booking };
}
