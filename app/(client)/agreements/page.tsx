import type { Metadata, Route } from "next";
import { chosenCoach, WhichCoach } from "#app/(client)/agreements/which-coach.tsx";
import { AgreementBadge, agreedLine } from "#app/ui/agreement.tsx";
import { Button, ButtonLink } from "#app/ui/button.tsx";
import { Empty } from "#app/ui/empty.tsx";
import { Main, PageHead } from "#app/ui/main.tsx";
import { Row, Rows } from "#app/ui/rows.tsx";
import { requireClient } from "#lib/auth/viewer.ts";
import { findReader } from "#lib/bookings/queries.ts";
import { listAgreements } from "#lib/consent/queries.ts";
import { listOwnCoaches } from "#lib/journeys/between.ts";

export const metadata: Metadata = { title: "Agreements" };

export default async function Agreements({ searchParams }: PageProps<"/agreements">) {
  const client = await requireClient();
  const search = await searchParams;
  const [coaches, { zone }] = await Promise.all([listOwnCoaches(client), findReader(client)]);
  const coach = chosenCoach(coaches, search.with);
  if (!coach)
    return (
      <Main>
        <PageHead title="Agreements" />
        <Empty>There is nothing to agree to yet. It stands here once you have a first session.</Empty>
      </Main>
    );
  const { agreements } = await listAgreements(client, { clientId: client.id, coachId: coach.id });
  const next = agreements.find(({ state }) => state !== "signed");
  const signed = agreements.filter(({ state }) => state === "signed").length;
  const now = Date.now();
  return (
    <Main>
      <PageHead
        title="Agreements"
        lead={`What you and ${coach.name} can count on. Each topic has a page of its own, and each is your choice.`}
        tight
      >
        <p className="quiet">
          You and {coach.name} can read this. It is needed only before a day together is set. What you agree
          to you can take back here at any time.
        </p>
      </PageHead>
      <WhichCoach coaches={coaches} here={coach.id} path="/agreements" />
      <div className="sections measure">
        <section aria-labelledby="topics">
          <h2 id="topics">
            {signed} of {agreements.length} agreed
          </h2>
          {next && (
            <p className="mt-3 mb-5">
              <ButtonLink href={`/agreements/${next.topic}?with=${coach.id}` as Route}>
                {signed === 0 ? "Begin with the first" : "Go on with the next"}
              </ButtonLink>
            </p>
          )}
          <Rows>
            {agreements.map((one) => (
              <Row
                key={one.topic}
                href={`/agreements/${one.topic}?with=${coach.id}` as Route}
                title={one.title}
                more={agreedLine(one, zone, now)}
                end={<AgreementBadge state={one.state} />}
              />
            ))}
          </Rows>
        </section>
        <section aria-labelledby="copy">
          <h2 id="copy">A copy for you</h2>
          <p className="quiet mt-2 mb-3">
            All that you signed with {coach.name}, with its words, in one file to read or print.
          </p>
          <form method="post" action="/api/agreements/copy">
            <input type="hidden" name="coach" value={coach.id} />
            <Button look="plain">Get a copy</Button>
          </form>
        </section>
      </div>
    </Main>
  );
}
