import { currentViewer } from "#lib/auth/viewer.ts";
import { calendarOf } from "#lib/bookings/calendar.ts";
import { findBooking } from "#lib/bookings/queries.ts";
import { findOwnName } from "#lib/clients/queries.ts";
import { answerError } from "#lib/http/answers.ts";
import { idIn } from "#lib/http/request.ts";
import { NotFound } from "#lib/refusal.ts";

/** The calendar entry of a session, to keep. */
export async function GET(_: Request, { params }: { params: Promise<{ id: string }> }): Promise<Response> {
  try {
    const viewer = await currentViewer();
    const booking = viewer && (await findBooking(viewer, idIn(await params)));
    if (!viewer || !booking) throw new NotFound();
    const zone = (await findOwnName(viewer))?.zone ?? booking.bookedZone;
    return new Response(calendarOf(booking, zone, Date.now()), {
      headers: {
        "content-type": "text/calendar; charset=utf-8",
        "content-disposition": 'attachment; filename="meeting.ics"',
        "cache-control": "private, no-store",
      },
    });
  } catch (error) {
    return answerError(error);
  }
}
