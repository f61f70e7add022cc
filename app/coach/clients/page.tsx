import type { Metadata, Route } from "next";
import Link from "next/link";
import { Actions, ButtonLink } from "#app/ui/button.tsx";
import { Empty } from "#app/ui/empty.tsx";
import { Main } from "#app/ui/main.tsx";
import { LabelledTable } from "#app/ui/table.tsx";
import { namesOf } from "#app/ui/when.tsx";
import { requireCoach } from "#lib/auth/viewer.ts";
import { findReader } from "#lib/bookings/queries.ts";
import { balanceWords } from "#lib/clients/balance-words.ts";
import { type Listed, listClients, listPlaceIn, listPlaceWords } from "#lib/desk/clients.ts";
import { AgreedForm } from "./agreed-form.tsx";
import { ClientLinks, MailComesBack, NextSession, WhereTheyAre } from "./client-rows.tsx";

export const metadata: Metadata = { title: "Clients" };

const columns = [
  { key: "who", name: "Who" },
  { key: "where", name: "Where they are" },
  { key: "next", name: "Next" },
  { key: "balance", name: "Sessions" },
  { key: "agreed", name: "Agreed" },
  { key: "mail", name: "Mail" },
  { key: "book", name: "Book", unseen: true },
] as const;

const journeyWords = { individual: "", couple: "As a couple", mentorship: "Mentoring" };

export default async function Clients({ searchParams }: PageProps<"/coach/clients">) {
  const coach = await requireCoach();
  const asked = await searchParams;
  const isArchive = asked.show === "archive";
  const after = listPlaceIn(asked.after);
  const now = Date.now();
  const [{ zone }, { clients, rest }] = await Promise.all([
    findReader(coach),
    listClients(coach, { isArchive, after }, now),
  ]);

  return (
    <Main>
      <div className="desk-head">
        <div>
          <h1>{isArchive ? "Archive" : "Clients"}</h1>
          <p className="quiet">
            {isArchive
              ? "Whom you keep out of the way. Nothing has ended by that."
              : "Whom you meet, when next, and how many sessions you have agreed on."}
          </p>
        </div>
        <Actions>
          <ButtonLink look="quiet" href={"/coach/search" as Route}>
            Find a client
          </ButtonLink>
          {isArchive ? (
            <ButtonLink look="quiet" href="/coach/clients">
              All but the archive
            </ButtonLink>
          ) : (
            <ButtonLink look="quiet" href={"/coach/clients?show=archive" as Route}>
              Archive
            </ButtonLink>
          )}
        </Actions>
      </div>
      {clients.length === 0 ? (
        <Nobody isArchive={isArchive} isLater={after !== undefined} />
      ) : (
        <LabelledTable columns={columns} rows={clients.map((client) => rowOf(client, zone, now))} />
      )}
      <Actions className="mt-6">
        {rest && (
          <ButtonLink
            look="plain"
            href={`/coach/clients?${isArchive ? "show=archive&" : ""}after=${listPlaceWords(rest)}` as Route}
          >
            More of them
          </ButtonLink>
        )}
        {after && (
          <ButtonLink
            look="quiet"
            href={(isArchive ? "/coach/clients?show=archive" : "/coach/clients") as Route}
          >
            Back to the first
          </ButtonLink>
        )}
      </Actions>
    </Main>
  );
}

function Nobody({ isArchive, isLater }: { isArchive: boolean; isLater: boolean }) {
  if (isLater) return <Empty>There is nobody after that.</Empty>;
  if (isArchive)
    return <Empty>Nobody is in your archive. You can put a client there on their own page.</Empty>;
  return (
    <Empty action={<ButtonLink href="/coach/availability">Look at your hours</ButtonLink>}>
      Nobody has come to you here yet. Whoever books a first time will stand on this page.
    </Empty>
  );
}

function rowOf(client: Listed, zone: string, now: number) {
  const { id, kind, people } = client;
  const [person] = people;
  const isOne = kind !== "couple" && person !== undefined;
  const balanceOf = ({ agreed, used }: Listed["people"][number]) =>
    balanceWords({ agreed: agreed ?? undefined, used });
  return {
    key: id,
    cells: {
      who: (
        <>
          <ClientLinks people={people} />
          {journeyWords[kind] && <span className="quiet small block">{journeyWords[kind]}</span>}
          <MailComesBack people={people} isOne={isOne} />
        </>
      ),
      where: <WhereTheyAre client={client} zone={zone} now={now} />,
      next: <NextSession client={client} zone={zone} now={now} />,
      balance: (
        <span>
          {people.map((one) => (
            <span key={one.id} className="block">
              {isOne ? "" : `${one.name}: `}
              {balanceOf(one)}
            </span>
          ))}
        </span>
      ),
      agreed: isOne ? (
        <AgreedForm clientId={person.id} name={person.name} agreed={person.agreed ?? undefined} />
      ) : (
        <span className="quiet small">Kept with each of them</span>
      ),
      mail: (
        <span>
          {people.map(({ id: personId, name }) => (
            <Link
              key={personId}
              className="plain-link mr-4"
              href={`/coach/clients/${personId}/mail`}
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
}
