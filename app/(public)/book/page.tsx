import type { Metadata } from "next";
import { cookies } from "next/headers";
import { Main, PageHead } from "#app/ui/main.tsx";
import { currentViewer } from "#lib/auth/viewer.ts";
import { listOfferedTypes } from "#lib/availability/queries.ts";
import { listFreeTimes } from "#lib/bookings/free-times.ts";
import { findOwnName } from "#lib/clients/queries.ts";
import { isZone } from "#lib/time/zones.ts";
import { BookingForm } from "./booking-form.tsx";
import { firstWeek, type Span } from "./first-week.ts";
import { Providers } from "./providers.tsx";
import { whatIsShown } from "./shown-type.ts";

export const metadata: Metadata = { title: "Book a time" };

export default async function BookPage({ searchParams }: PageProps<"/book">) {
  const [viewer, types, asked] = await Promise.all([currentViewer(), listOfferedTypes(), searchParams]);
  const chosen = types.find(({ id }) => id === asked.type) ?? types[0];
  if (!chosen) return <NothingToBook />;
  const own = viewer?.role === "client" ? await findOwnName(viewer) : undefined;
  const zone = readZone(asked.zone) ?? readZone((await cookies()).get("zone")?.value) ?? own?.zone;
  const now = Date.now();
  const list = (span: Span) => listFreeTimes({ typeId: chosen.id, ...span }, now);
  const served = await firstWeek(list, zone ?? chosen.coachZone, now);
  return (
    <Main>
      <PageHead title="Book a time">
        <p className="quiet">
          Choose in any order.{" "}
          {own
            ? "What you book is yours at once. For some kinds you ask, and the time is kept meanwhile."
            : "Nothing is booked until you confirm it from your mail."}
        </p>
      </PageHead>
      <noscript>
        <p className="notice notice--mind">
          Choosing a time needs scripts in your browser. If you would rather not, please write to your coach.
        </p>
      </noscript>
      <Providers>
        <BookingForm
          types={types.map(whatIsShown)}
          first={{ typeId: chosen.id, ...served }}
          isZoneKnown={zone !== undefined}
          viewer={viewer && { role: viewer.role, name: own?.name ?? "" }}
        />
      </Providers>
    </Main>
  );
}

function readZone(value: string | string[] | undefined): string | undefined {
  return typeof value === "string" && isZone(value) ? value : undefined;
}

function NothingToBook() {
  return (
    <Main>
      <PageHead title="Book a time" lead="There is nothing to book here yet. Please look again later." />
    </Main>
  );
}
