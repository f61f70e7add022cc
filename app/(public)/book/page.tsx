import type { Metadata } from "next";
import { cookies } from "next/headers";
import { Main, PageHead } from "#app/ui/main.tsx";
import { currentViewer } from "#lib/auth/viewer.ts";
import { listOfferedTypes, type OfferedType } from "#lib/availability/offered-types.ts";
import { listTimesToChoose } from "#lib/bookings/whoever-is-free.ts";
import { findOwnName } from "#lib/clients/queries.ts";
import { dateIn } from "#lib/time/words.ts";
import { isZone } from "#lib/time/zones.ts";
import { BookingForm } from "./booking-form.tsx";
import { Providers } from "./providers.tsx";
import { findShown, type ShownType, shownKinds, whatIsShown } from "./shown-type.ts";
import { mondayOf, weeksOn } from "./weeks.ts";

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
  const served = await firstWeek(chosen, zone ?? zoneOf(types, chosen), Date.now());
  return (
    <Main>
      <PageHead title="Book a time">
        <p className="quiet">
          Choose in any order.{" "}
          {own
            ? "It is yours as soon as you book it."
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

/** The first week from now on that has a free time, so that the page never opens on an empty one without need. */
async function firstWeek(type: ShownType, zone: string, now: number) {
  const monday = mondayOf(dateIn(now, zone));
  const ahead = await listTimesToChoose({ typeId: type.id, from: monday, days: 42, zone }, now);
  const firstFree = ahead.days.findIndex((day) => day.starts.length > 0);
  const from = weeksOn(monday, Math.max(0, Math.floor(firstFree / 7)));
  const week = ahead.days.filter((day) => day.date >= from).slice(0, 7);
  return { monday, from, zone, times: { zone, days: week } };
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
