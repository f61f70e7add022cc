import type { Metadata } from "next";
import Link from "next/link";
import { Badge } from "#app/ui/badge.tsx";
import { ButtonLink } from "#app/ui/button.tsx";
import { Empty } from "#app/ui/empty.tsx";
import { Main } from "#app/ui/main.tsx";
import { LabelledTable } from "#app/ui/table.tsx";
import { dateOf, namesOf } from "#app/ui/when.tsx";
import { requireCoach } from "#lib/auth/viewer.ts";
import { findReader } from "#lib/bookings/queries.ts";
import { listBalances } from "#lib/clients/balance.ts";
import { balanceWords } from "#lib/clients/balance-words.ts";
import { listJourneys } from "#lib/clients/queries.ts";
import { clockWords } from "#lib/time/words.ts";
import { AgreedForm } from "./agreed-form.tsx";

export const metadata: Metadata = { title: "Clients" };

const columns = [
  { key: "who", name: "Who" },
  { key: "next", name: "Next" },
  { key: "balance", name: "Sessions" },
  { key: "agreed", name: "Agreed" },
  { key: "mail", name: "Mail" },
  { key: "book", name: "Book", unseen: true },
] as const;

const journeyWords = { individual: "", couple: "As a couple", mentorship: "Mentoring" };

export default async function Clients() {
  const coach = await requireCoach();
  const now = Date.now();
  const [{ zone }, journeys] = await Promise.all([findReader(coach), listJourneys(coach, now)]);
  const everyone = [...new Set(journeys.flatMap(({ people }) => people.map(({ id }) => id)))];
  const balances = await listBalances(coach, everyone);

  return (
    <Main>
      <div className="desk-head">
        <div>
          <h1>Clients</h1>
          <p className="quiet">Whom you meet, when next, and how many sessions you have agreed on.</p>
        </div>
      </div>
      {journeys.length === 0 ? (
        <Empty action={<ButtonLink href="/coach/availability">Look at your hours</ButtonLink>}>
          Nobody has come to you here yet. Whoever books a first time will stand on this page.
        </Empty>
      ) : (
        <LabelledTable
          columns={columns}
          rows={journeys.map(({ id, kind, people, next }) => {
            const [person] = people;
            const isOne = kind !== "couple" && person !== undefined;
            return {
              key: id,
              cells: {
                who: (
                  <>
                    <ClientLinks people={people} />
                    {journeyWords[kind] && <span className="quiet small block">{journeyWords[kind]}</span>}
                    {people.some(({ mailFails }) => mailFails) && (
                      <span className="block font-normal">
                        <Badge kind="look">{isOne ? "Mail comes back" : failingWords(people)}</Badge>
                      </span>
                    )}
                  </>
                ),
                next: next ? `${dateOf(next, zone, now)}, ${clockWords(next, zone)}` : "None ahead",
                balance: (
                  <span>
                    {people.map(({ id, name }) => (
                      <span key={id} className="block">
                        {isOne ? "" : `${name}: `}
                        {balanceWords(balances.get(id))}
                      </span>
                    ))}
                  </span>
                ),
                agreed: isOne ? (
                  <AgreedForm
                    clientId={person.id}
                    name={person.name}
                    agreed={balances.get(person.id)?.agreed}
                  />
                ) : (
                  <span className="quiet small">Kept with each of them</span>
                ),
                mail: (
                  <span>
                    {people.map(({ id, name }) => (
                      <Link
                        key={id}
                        className="plain-link mr-4"
                        href={`/coach/clients/${id}/mail`}
                        prefetch={false}
                      >
                        {isOne ? "See" : name}
                        <span className="unseen">{isOne ? ` mail to ${name}` : ": see mail"}</span>
                      </Link>
                    ))}
                  </span>
                ),
                book: (
                  <ButtonLink look="quiet" href={`/coach/calendar/book?for=${id}`}>
                    Book<span className="unseen"> for {namesOf(people)}</span>
                  </ButtonLink>
                ),
              },
            };
          })}
        />
      )}
    </Main>
  );
}

/** "Jonas and Ute", each a way to their page. */
function ClientLinks({ people }: { people: { id: string; name: string }[] }) {
  const parts = new Intl.ListFormat("en-GB").formatToParts(people.map(({ id }) => id));
  return parts.map(({ type, value }) =>
    type === "literal" ? (
      value
    ) : (
      <Link key={value} href={`/coach/clients/${value}`} prefetch={false}>
        {people.find(({ id }) => id === value)?.name}
      </Link>
    ),
  );
}

function failingWords(people: { name: string; mailFails: boolean }[]): string {
  return `Mail to ${namesOf(people.filter(({ mailFails }) => mailFails))} comes back`;
}
