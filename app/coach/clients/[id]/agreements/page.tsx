import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { AgreementBadge, agreedLine } from "#app/ui/agreement.tsx";
import { Button, ButtonLink } from "#app/ui/button.tsx";
import { Main } from "#app/ui/main.tsx";
import { requireCoach } from "#lib/auth/viewer.ts";
import { findReader } from "#lib/bookings/queries.ts";
import { listAgreements } from "#lib/consent/queries.ts";
import { findClientHead } from "#lib/desk/find-client.ts";
import { isUuid } from "#lib/http/request.ts";

export const metadata: Metadata = { title: "Agreements" };

export default async function ClientAgreements({ params }: PageProps<"/coach/clients/[id]/agreements">) {
  const coach = await requireCoach();
  const { id } = await params;
  const now = Date.now();
  const client = isUuid(id) ? await findClientHead(coach, id, now) : undefined;
  if (!client) notFound();
  const [{ agreements }, { zone }] = await Promise.all([
    listAgreements(coach, { clientId: client.id, coachId: coach.id }),
    findReader(coach),
  ]);
  return (
    <Main>
      <div className="desk-head">
        <div>
          <h1>What {client.name} agreed to</h1>
          <p className="quiet">
            Each topic was signed on its own. {client.name} can take each of them back at any time.
          </p>
        </div>
      </div>
      <div className="measure stack">
        <ul className="waits">
          {agreements.map((one) => (
            <li key={one.topic}>
              <h2 className="text-lead">
                {one.title} <AgreementBadge state={one.state} />
              </h2>
              <p className="small quiet">{agreedLine(one, zone, now)}</p>
              {one.also && <p className="whitespace-pre-wrap">{one.also}</p>}
            </li>
          ))}
        </ul>
        <form method="post" action={`/api/coach/clients/${client.id}/agreements`}>
          <Button look="plain">Get a copy of what is signed</Button>
        </form>
        <p>
          <ButtonLink look="quiet" href={`/coach/clients/${client.id}`}>
            Back to {client.name}
          </ButtonLink>
        </p>
      </div>
    </Main>
  );
}
