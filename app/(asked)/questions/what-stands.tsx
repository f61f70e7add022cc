import type { Route } from "next";
import type { ReactNode } from "react";
import { Actions, ButtonLink } from "#app/ui/button.tsx";
import { Main } from "#app/ui/main.tsx";
import { Answered } from "#app/ui/questions/answered.tsx";
import { Shell } from "#app/ui/shell.tsx";
import { dateOf } from "#app/ui/when.tsx";
import type { HealthQuestions } from "#lib/screening/queries.ts";
import { standingWords } from "#lib/screening/words.ts";
import { BarHome } from "./bar-home.tsx";
import { pathToChange } from "./paths.ts";

type WhatStandsProps = { found: HealthQuestions; banner: ReactNode; now: number };

/** After sharing: how it stands, in kind words, and the way to say it differently. */
export function WhatStands({ found, banner, now }: WhatStandsProps) {
  const { coach, standing, questions, answers, zone, hasDraft } = found;
  const isExpired = standing.state === "expired";
  return (
    <Shell who="client" banner={banner} bar={<BarHome />}>
      <Main className="asked-page">
        <div className="stack written">
          <header className="asked__head">
            <h1>Your questions</h1>
            <p>{standingWords(standing, coach.name)}</p>
            {standing.sharedAt !== null && (
              <p className="quiet">
                You shared them with {coach.name} on {dateOf(standing.sharedAt, zone, now)}. Only {coach.name}{" "}
                reads them.
              </p>
            )}
          </header>
          <Actions>
            <ButtonLink look={isExpired || hasDraft ? "act" : "plain"} href={pathToChange(coach.id) as Route}>
              {isExpired ? "Look at them again" : hasDraft ? "Go on with your changes" : "Change my answers"}
            </ButtonLink>
            <ButtonLink look="quiet" href="/support">
              See Support now
            </ButtonLink>
          </Actions>
          {hasDraft ? (
            <p className="quiet">
              You began to change something. {coach.name} has your answers as you shared them, until you share
              the new ones.
            </p>
          ) : (
            <Answered questions={questions} answers={answers} />
          )}
        </div>
      </Main>
    </Shell>
  );
}
