import type { Metadata } from "next";
import { Account } from "#app/account/account.tsx";
import { sentByForm } from "#app/account/sent-by-form.ts";
import { ButtonLink } from "#app/ui/button.tsx";
import { Main } from "#app/ui/main.tsx";
import { requireCoach } from "#lib/auth/viewer.ts";
import { findReader } from "#lib/bookings/queries.ts";
import { findMailPreferences } from "#lib/mail/preferences/queries.ts";

export const metadata: Metadata = { title: "Account" };

export default async function CoachAccount({ searchParams }: PageProps<"/coach/account">) {
  const coach = await requireCoach();
  const now = Date.now();
  const [person, preferences, search] = await Promise.all([
    findReader(coach),
    findMailPreferences(coach, now),
    searchParams,
  ]);
  return (
    <Main>
      <Account of="coach" {...{ person, preferences, now }} sent={sentByForm(search)} />
      <section className="hanging" aria-labelledby="letters">
        <h2 id="letters">Letters</h2>
        <div>
          <p className="measure">Letters to your clients have room for a few sentences of yours.</p>
          <ButtonLink look="quiet" href="/coach/letters">
            Letters in your own words
          </ButtonLink>
          <ButtonLink look="quiet" href="/coach/templates">
            Your templates for notes and summaries
          </ButtonLink>
        </div>
      </section>
      <section className="hanging" aria-labelledby="questions">
        <h2 id="questions">Questions</h2>
        <div>
          <p className="measure">What clients are asked before and after you meet can be in your words.</p>
          <ButtonLink look="quiet" href="/coach/questions">
            Sets of questions
          </ButtonLink>
        </div>
      </section>
    </Main>
  );
}
