import type { Metadata, Route } from "next";
import { notFound } from "next/navigation";
import { SignForm } from "#app/(client)/agreements/[topic]/sign-form.tsx";
import { Signatures } from "#app/(client)/agreements/[topic]/signatures.tsx";
import { chosenCoach } from "#app/(client)/agreements/which-coach.tsx";
import { AgreementBadge } from "#app/ui/agreement.tsx";
import { Actions, ButtonLink } from "#app/ui/button.tsx";
import { Main, PageHead } from "#app/ui/main.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { Prose } from "#app/ui/prose.tsx";
import { dateOf } from "#app/ui/when.tsx";
import { requireClient } from "#lib/auth/viewer.ts";
import { findReader } from "#lib/bookings/queries.ts";
import { findAgreement } from "#lib/consent/queries.ts";
import { listOwnCoaches } from "#lib/journeys/between.ts";

export const metadata: Metadata = { title: "One topic" };

export default async function AgreementPage({ params, searchParams }: PageProps<"/agreements/[topic]">) {
  const client = await requireClient();
  const [{ topic }, search] = await Promise.all([params, searchParams]);
  const [coaches, { zone }] = await Promise.all([listOwnCoaches(client), findReader(client)]);
  const coach = chosenCoach(coaches, search.with);
  const found = coach && (await findAgreement(client, coach.id, topic));
  if (!found) notFound();
  const now = Date.now();
  const { state, next, number, of, version, publishedAt } = found;
  return (
    <Main>
      <PageHead
        title={found.title}
        badge={
          <p className="quiet mb-2 flex flex-wrap items-baseline gap-x-4">
            {number} of {of}, with {found.coachName} <AgreementBadge state={state} />
          </p>
        }
        tight
      >
        {search.kept !== undefined && (
          <Notice role="status">
            <p>{state === "signed" ? "Thank you. It is noted that you agree to this." : "That is noted."}</p>
          </Notice>
        )}
        {search.problem !== undefined && (
          <Notice kind="mind" role="alert">
            <p>That could not be done just now, and nothing was changed. Please try again.</p>
          </Notice>
        )}
        {state === "changed" && (
          <Notice kind="mind" title={`The text changed on ${dateOf(publishedAt, zone, now)}`}>
            <p>What you agreed to before stays below, as it was. This is what is asked now.</p>
          </Notice>
        )}
      </PageHead>
      <div className="sections measure">
        <Prose html={found.html} />
        <p className="small quiet">
          Version {version}, from {dateOf(publishedAt, zone, now)}.
        </p>
        {state === "signed" && next && (
          <Actions>
            <ButtonLink href={`/agreements/${next.topic}?with=${found.coachId}` as Route}>
              Next: {next.title}
            </ButtonLink>
          </Actions>
        )}
        <SignForm found={found} now={now} zone={zone} />
        <Signatures found={found} now={now} zone={zone} />
        <p>
          <ButtonLink look="quiet" href={`/agreements?with=${found.coachId}` as Route}>
            All topics
          </ButtonLink>
        </p>
      </div>
    </Main>
  );
}
