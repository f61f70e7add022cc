import type { Route } from "next";
import {
  ClientLinks,
  ForYouBadges,
  MailComesBack,
  NextSession,
  WhereTheyAre,
} from "#app/coach/clients/client-rows.tsx";
import { ButtonLink } from "#app/ui/button.tsx";
import { LabelledTable } from "#app/ui/table.tsx";
import type { Listed } from "#lib/desk/clients.ts";
import type { Flagged } from "#lib/flags/queries.ts";
import { needsTalk } from "#lib/flags/tier-words.ts";
import type { ScreeningToLookAt } from "#lib/screening/to-look-at.ts";

const columns = [
  { key: "who", name: "Client" },
  { key: "where", name: "Where they are" },
  { key: "next", name: "Next session, your time" },
  { key: "you", name: "For you" },
] as const;

type ClientsTodayProps = {
  clients: Listed[];
  hasMore: boolean;
  flagged: Flagged[];
  screenings: ScreeningToLookAt[];
  zone: string;
  now: number;
};

/** Whom the coach meets next, and what each of them waits for. */
export function ClientsToday({ clients, hasMore, flagged, screenings, zone, now }: ClientsTodayProps) {
  if (clients.length === 0) return null;
  return (
    <section aria-labelledby="clients" className="clients-today">
      <div className="bar-head">
        <h2 id="clients">Clients</h2>
        <p className="actions">
          {hasMore && (
            <ButtonLink look="quiet" href="/coach/clients">
              All clients
            </ButtonLink>
          )}
          <ButtonLink look="quiet" href={"/coach/clients?show=archive" as Route}>
            Archive
          </ButtonLink>
        </p>
      </div>
      <LabelledTable
        columns={columns}
        rows={clients.map((client) => ({
          key: client.id,
          cells: {
            who: (
              <>
                <ClientLinks people={client.people} />
                <MailComesBack people={client.people} isOne={client.people.length === 1} />
              </>
            ),
            where: <WhereTheyAre client={client} zone={zone} now={now} />,
            next: <NextSession client={client} zone={zone} now={now} />,
            you: <ForYouBadges forYou={forYouOf(client, flagged, screenings)} client={client} />,
          },
        }))}
      />
    </section>
  );
}

function forYouOf({ people }: Listed, flagged: Flagged[], screenings: ScreeningToLookAt[]) {
  const isTheirs = ({ client }: { client: { id: string } }) => people.some(({ id }) => id === client.id);
  const own = flagged.filter(isTheirs);
  const health = screenings.filter(isTheirs);
  const isTalk = ({ tiers }: ScreeningToLookAt) => tiers.some(needsTalk);
  const isLook = ({ tiers }: Flagged) => tiers.includes("please_look");
  return {
    look: own.some(isLook) || !health.every(isTalk),
    toTalkAbout: own.filter((one) => !isLook(one)).length + health.filter(isTalk).length,
  };
}
