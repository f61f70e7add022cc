import type { Metadata } from "next";
import { notFound, redirect } from "next/navigation";
import { firstWeek, type Span } from "#app/(public)/book/first-week.ts";
import { Providers } from "#app/(public)/book/providers.tsx";
import { Main, PageHead } from "#app/ui/main.tsx";
import { placeWords } from "#lib/arcs/words.ts";
import { requireClient } from "#lib/auth/viewer.ts";
import { listTimesToMove } from "#lib/bookings/move-times.ts";
import { findBooking, findReader } from "#lib/bookings/queries.ts";
import { changeableUntil, mayStillChange } from "#lib/bookings/rules.ts";
import { isUuid } from "#lib/http/request.ts";
import { MoveForm } from "./move-form.tsx";

export const metadata: Metadata = { title: "Move this meeting" };

export default async function MoveSession({ params, searchParams }: PageProps<"/sessions/[id]/move">) {
  const client = await requireClient();
  const { id } = await params;
  const booking = isUuid(id) ? await findBooking(client, id) : undefined;
  if (!booking) notFound();
  const { during, coachName, kind, status } = booking;
  const timed = { ...booking, start: during.start };
  const now = Date.now();
  // The meeting's own page says why, and whom to write to.
  const isAskedTogether = status === "requested" && booking.arcId !== null;
  if (isAskedTogether || !mayStillChange(timed, "client", now)) redirect(`/sessions/${booking.id}`);
  const { zone } = await findReader(client);
  const list = (span: Span) => listTimesToMove(client, booking.id, span, now);
  const back = timeIn((await searchParams).to);
  const first = await firstWeek(list, zone, now, back ?? during.start);

  return (
    <Main>
      <PageHead
        title="Choose another time"
        lead="The time that you have stays yours until the new one is taken. No reason is needed."
        tight
      />
      <noscript>
        <p className="notice notice--mind">
          Choosing a time needs scripts in your browser. If you would rather not, please write to your coach.
        </p>
      </noscript>
      <Providers>
        <MoveForm
          meeting={{
            id: booking.id,
            typeId: booking.typeId,
            name: booking.typeName,
            start: during.start,
            minutes: (during.end - during.start) / 60_000,
            coachName,
            isShared: kind === "couple",
            hasOthers: kind === "guidance" && booking.arcId !== null,
            place:
              booking.arcStep && booking.arcStep !== "guidance" ? placeWords(booking.arcStep) : undefined,
            isAsked: status === "requested",
            until: changeableUntil(timed, "client"),
          }}
          first={{ ...first, typeId: booking.typeId }}
          wanted={back === undefined ? undefined : new Date(back).toISOString()}
        />
      </Providers>
    </Main>
  );
}

/** A time in the address is one that was had before. It is chosen only when it is free. */
function timeIn(to: string | string[] | undefined): number | undefined {
  const at = typeof to === "string" ? Date.parse(to) : Number.NaN;
  return Number.isNaN(at) || Math.abs(at) > 4e12 ? undefined : at;
}
