import type { Route } from "next";
import { Actions, ButtonLink } from "#app/ui/button.tsx";
import type { AskedBeforeADay } from "#lib/consent/asked-before-a-day.ts";

type BeforeADayProps = { asked: AskedBeforeADay; isOneThing: boolean };

/** On the first page, while a preparation or a day lies ahead: what is left to agree to, and the plan for the day. */
export function BeforeADay({ asked, isOneThing }: BeforeADayProps) {
  const { coach, agreements, plan } = asked;
  const hasAgreements = agreements.left > 0;
  return (
    <>
      {hasAgreements && (
        <Thing
          id={`agreements-${coach.id}`}
          title={`Agreements with ${coach.name}`}
          href={`/agreements?with=${coach.id}`}
          act={agreements.left === agreements.of ? "Read and decide" : "Go on with them"}
          isOneThing={isOneThing}
        >
          {agreementWords(agreements)}
        </Thing>
      )}
      {plan && (
        <Thing
          id={`plan-${coach.id}`}
          title="Your plan for the day"
          href={`/day-plan?with=${coach.id}`}
          act={plan === "begun" ? "Go on with it" : "Write your plan"}
          isOneThing={isOneThing && !hasAgreements}
        >
          {plan === "begun"
            ? "It is begun. It still needs somebody to call with their number, and a way home."
            : `Who is there for you, and how you get home. Only you and ${coach.name} can read it.`}
        </Thing>
      )}
    </>
  );
}

function agreementWords({ left, of, hasChanged }: AskedBeforeADay["agreements"]): string {
  if (left === of)
    return `Before a day together is set, you read ${of} short topics and decide on each. You can do a few at a time.`;
  const still = left === 1 ? "1 topic is still open." : `${left} topics are still open.`;
  return hasChanged
    ? `${still} Some words changed since you agreed, so you are asked once more.`
    : `${still} The rest stays as you left it.`;
}

type ThingProps = {
  id: string;
  title: string;
  href: string;
  act: string;
  isOneThing: boolean;
  children: string;
};

function Thing({ id, title, href, act, isOneThing, children }: ThingProps) {
  return (
    <section className={isOneThing ? "card card--soft helps" : "helps"} aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      <p>{children}</p>
      <Actions>
        <ButtonLink look={isOneThing ? "act" : "quiet"} href={href as Route}>
          {act}
        </ButtonLink>
      </Actions>
    </section>
  );
}
