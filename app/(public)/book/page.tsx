import type { Metadata } from "next";
import { cookies } from "next/headers";
import { Main, PageHead } from "#app/ui/main.tsx";
import { currentViewer } from "#lib/auth/viewer.ts";
import { listOfferedTypes, type OfferedType } from "#lib/availability/offered-types.ts";
import { listTimesToChoose } from "#lib/bookings/whoever-is-free.ts";
import { findOwnName } from "#lib/clients/queries.ts";
import { isZone } from "#lib/time/zones.ts";
import { BookingForm } from "./booking-form.tsx";
import { firstWeek, type Span } from "./first-week.ts";
import { Providers } from "./providers.tsx";
import { findShown, type ShownType, shownKinds, whatIsShown } from "./shown-type.ts";

export const metadata: Metadata = { title: "Book a time" };

export default async function BookPage({ searchParams }: PageProps<"/book">) {
  const [viewer, asked] = await Promise.all([currentViewer(), searchParams]);
  const types = await listOfferedTypes(viewer);
  const kinds = shownKinds(types.map((type) => whatIsShown(type, { isClient: viewer?.role === "client" })));
  const wanted = typeof asked.type === "string" ? asked.type : undefined;
  const chosen = findShown(kinds, wanted) ?? kinds[0]?.choices[0];
  if (!chosen) return <NothingToBook />;
  const own = viewer?.role === "client" ? await findOwnName(viewer) : undefined;
  const zone = readZone(asked.zone) ?? readZone((await cookies()).get("zone")?.value) ?? own?.zone;
  const now = Date.now();
  const list = (span: Span) => listTimesToChoose({ typeId: chosen.id, ...span }, now);
  const served = await firstWeek(list, zone ?? zoneOf(types, chosen), now);
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
          kinds={kinds}
          first={{ typeId: chosen.id, ...served }}
          isZoneKnown={zone !== undefined}
          viewer={viewer && { role: viewer.role, name: own?.name ?? "" }}
        />
      </Providers>
    </Main>
  );
}

/** The zone of the coach it is with, or of the first who has it. */
function zoneOf(types: OfferedType[], { id, kind }: ShownType): string {
  const ofKind = types.filter((type) => type.kind === kind);
  return (ofKind.find((type) => type.id === id) ?? ofKind[0])?.coachZone ?? "UTC";
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
