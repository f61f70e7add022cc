import type { Metadata } from "next";
import { ButtonLink } from "#app/ui/button.tsx";
import { Empty } from "#app/ui/empty.tsx";
import { Main, PageHead } from "#app/ui/main.tsx";
import { requireCoach } from "#lib/auth/viewer.ts";
import { findAvailability } from "#lib/availability/queries.ts";
import { findReader } from "#lib/bookings/queries.ts";
import { listJourneys } from "#lib/clients/queries.ts";
import { dateIn } from "#lib/time/words.ts";
import { fullZoneWords } from "#lib/time/zones.ts";
import { BookForClientForm } from "./book-for-client-form.tsx";

export const metadata: Metadata = { title: "Book for a client" };

const isDate = /^\d{4}-\d\d-\d\d$/;
const isClock = /^([01]\d|2[0-3]):[0-5]\d$/;

export default async function BookForClient({ searchParams }: PageProps<"/coach/calendar/book">) {
  const coach = await requireCoach();
  const asked = await searchParams;
  const now = Date.now();
  const { zone } = await findReader(coach);
  const [journeys, availability] = await Promise.all([
    listJourneys(coach, now),
    findAvailability(coach, dateIn(now, zone)),
  ]);
  const types = availability?.types ?? [];

  return (
    <Main>
      <PageHead title="Book for a client" tight>
        <p className="quiet">
          Times are in {fullZoneWords(zone)}. You may also book outside your own rules; you are told which one
          first.
        </p>
      </PageHead>
      {journeys.length === 0 || types.length === 0 ? (
        <Empty action={<ButtonLink href="/coach">Back to today</ButtonLink>}>
          Nobody has come to you here yet. Whoever books a first time can be booked for from then on.
        </Empty>
      ) : (
        <BookForClientForm
          journeys={journeys.map(({ id, kind, people }) => ({ id, kind, people }))}
          types={types.map(({ id, kind, name, minutes }) => ({ id, kind, name, minutes }))}
          zone={zone}
          given={{
            journeyId: one(asked.for),
            date: match(asked.date, isDate) ?? dateIn(now, zone),
            clock: match(asked.time, isClock) ?? "",
          }}
        />
      )}
    </Main>
  );
}

const one = (value: string | string[] | undefined) => (typeof value === "string" ? value : undefined);

function match(value: string | string[] | undefined, form: RegExp): string | undefined {
  return typeof value === "string" && form.test(value) ? value : undefined;
}
