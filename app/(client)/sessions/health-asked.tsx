import type { Route } from "next";
import { Actions, ButtonLink } from "#app/ui/button.tsx";
import type { AskedOfHealth } from "#lib/screening/asked-before-a-day.ts";
import { standingWords } from "#lib/screening/words.ts";

/** On the first page, while a day is asked for or fixed: the questions that come before it. */
export function HealthAsked({ asked, isOneThing }: { asked: AskedOfHealth; isOneThing: boolean }) {
  const { coach, standing } = asked;
  return (
    <section
      className={isOneThing ? "card card--soft helps" : "helps"}
      aria-labelledby={`health-${coach.id}`}
    >
      <h2 id={`health-${coach.id}`}>Some questions from {coach.name}</h2>
      <p>
        {standing.state === "expired"
          ? standingWords(standing, coach.name)
          : `They come before the day you asked for, and take about ten minutes. Only ${coach.name} reads them.`}
      </p>
      <Actions>
        <ButtonLink look={isOneThing ? "act" : "quiet"} href={`/questions?with=${coach.id}` as Route}>
          Open your questions
        </ButtonLink>
      </Actions>
    </section>
  );
}
