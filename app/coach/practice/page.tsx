import type { Metadata } from "next";
import { ButtonLink } from "#app/ui/button.tsx";
import { Main } from "#app/ui/main.tsx";
import { LabelledTable } from "#app/ui/table.tsx";
import { dateOf } from "#app/ui/when.tsx";
import { requireOwner } from "#lib/auth/viewer.ts";
import { findReader } from "#lib/bookings/queries.ts";
import { healthLines } from "#lib/practice/health/lines.ts";
import { readHealth } from "#lib/practice/health/read.ts";
import { findPractice, type Practice } from "#lib/practice/queries.ts";
import { Health } from "./health.tsx";
import { InvitationActions } from "./invitation-actions.tsx";
import { InviteCoachForm } from "./invite-coach-form.tsx";

export const metadata: Metadata = { title: "Practice" };

const columns = [
  { key: "who", name: "Who" },
  { key: "email", name: "Address" },
  { key: "open", name: "Can be booked" },
] as const;

const invitedColumns = [
  { key: "who", name: "Who" },
  { key: "email", name: "Address" },
  { key: "since", name: "Letter sent" },
  { key: "acts", name: "What you can do", unseen: true },
] as const;

export default async function PracticePage() {
  const owner = await requireOwner();
  const now = Date.now();
  const [{ zone }, { coaches, invitations }, readings] = await Promise.all([
    findReader(owner),
    findPractice(owner),
    readHealth(owner, now),
  ]);

  return (
    <Main>
      <div className="desk-head">
        <div>
          <h1>Practice</h1>
          <p className="quiet">
            How the portal is, and who coaches here. Each keeps their own hours, kinds of session and clients.
          </p>
        </div>
        <ButtonLink look="plain" href="/coach/practice/support">
          Lines of Support now
        </ButtonLink>
        <ButtonLink look="plain" href="/coach/practice/mail">
          Mail of the practice
        </ButtonLink>
        <ButtonLink look="plain" href="/coach/practice/agreements">
          Agreements
        </ButtonLink>
      </div>
      <div className="sections">
        <Health lines={healthLines(readings, now)} zone={zone} />
        <section aria-labelledby="coaches">
          <h2 id="coaches">Coaches</h2>
          <LabelledTable
            columns={columns}
            rows={coaches.map((coach) => ({
              key: coach.id,
              cells: {
                who: (
                  <>
                    {coach.name}
                    {coach.id === owner.id && <span className="quiet small block">You</span>}
                  </>
                ),
                email: coach.email,
                open: openWords(coach),
              },
            }))}
          />
        </section>
        {invitations.length > 0 && (
          <section aria-labelledby="asked">
            <h2 id="asked">Asked, and not here yet</h2>
            <LabelledTable
              columns={invitedColumns}
              rows={invitations.map(({ id, name, email, invitedAt }) => ({
                key: id,
                cells: {
                  who: name,
                  email,
                  since: dateOf(invitedAt, zone, now),
                  acts: <InvitationActions id={id} name={name} email={email} />,
                },
              }))}
            />
          </section>
        )}
        <section aria-labelledby="invite">
          <h2 id="invite">Ask somebody to coach here</h2>
          <InviteCoachForm />
        </section>
      </div>
    </Main>
  );
}

function openWords({ kindsOffered, isOpen }: Practice["coaches"][number]): string {
  if (kindsOffered === 0) return "Not yet: no kind of session is open";
  if (!isOpen) return "Not yet: all hours are closed";
  return kindsOffered === 1 ? "Yes, one kind of session" : `Yes, ${kindsOffered} kinds of session`;
}
