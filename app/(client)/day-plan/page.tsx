import type { Metadata } from "next";
import { chosenCoach, WhichCoach } from "#app/(client)/agreements/which-coach.tsx";
import { PlanForm } from "#app/(client)/day-plan/plan-form.tsx";
import { Button } from "#app/ui/button.tsx";
import { Empty } from "#app/ui/empty.tsx";
import { Main, PageHead } from "#app/ui/main.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { requireClient } from "#lib/auth/viewer.ts";
import { listOwnCoaches } from "#lib/journeys/between.ts";
import { findOwnPlan } from "#lib/safety-plan/queries.ts";
import { dateWords } from "#lib/time/words.ts";

export const metadata: Metadata = { title: "Plan for the day" };

export default async function DayPlan({ searchParams }: PageProps<"/day-plan">) {
  const client = await requireClient();
  const search = await searchParams;
  const coaches = await listOwnCoaches(client);
  const coach = chosenCoach(coaches, search.with);
  const own = coach && (await findOwnPlan(client, coach.id));
  if (!own)
    return (
      <Main>
        <PageHead title="Plan for the day" />
        <Empty>There is no day to plan yet. You can write your plan once you have a first session.</Empty>
      </Main>
    );
  return (
    <Main>
      <PageHead
        title="Plan for the day"
        lead="Who is there for you, and how you get home. A few lines are enough."
        tight
      >
        {search.kept !== undefined && (
          <Notice role="status">
            <p>{own.isKept ? "Saved." : "Deleted."}</p>
          </Notice>
        )}
        {search.problem !== undefined && (
          <Notice kind="mind" role="alert">
            <p>That could not be done just now, and nothing was changed. Please try again.</p>
          </Notice>
        )}
      </PageHead>
      <WhichCoach coaches={coaches} here={own.coachId} path="/day-plan" />
      <div className="sections measure">
        <PlanForm own={own} />
        {own.isKept && (
          <section aria-labelledby="kept">
            <h2 id="kept">How long it is kept</h2>
            <p>
              {own.keptUntil
                ? `Until ${dateWords(own.keptUntil, { year: true })}, 30 days after the day. Then it is deleted.`
                : "For 90 days, while no day is set. Saving it again keeps it for longer."}
            </p>
            <details className="fold mt-4">
              <summary>Delete it now</summary>
              <div className="stack">
                <p>It is deleted for good, for {own.coachName} too. You can write a new one at any time.</p>
                <form method="post" action="/api/day-plan/clear">
                  <input type="hidden" name="coach" value={own.coachId} />
                  <Button look="plain">Delete this plan</Button>
                </form>
              </div>
            </details>
          </section>
        )}
      </div>
    </Main>
  );
}
