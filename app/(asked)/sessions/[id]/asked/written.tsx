import { Answered } from "#app/ui/questions/answered.tsx";
import type { FromPartner } from "#lib/reflections/asked/from-partner.ts";
import type { AskedPage } from "#lib/reflections/asked/queries.ts";
import { dayWords } from "#lib/time/words.ts";
import { ShownByPartner } from "./shown-by-partner.tsx";
import { WrittenShares } from "./written-shares.tsx";

type Props = { asked: AskedPage; fromPartner: FromPartner[]; title: string; now: number };

/** What was answered, once its time is over: to be read, and to be taken back. */
export function Written({ asked, fromPartner, title, now }: Props) {
  const { questions, answers, session, zone } = asked;
  return (
    <div className="stack written">
      <header className="asked__head">
        <h1>{title}</h1>
        <p className="quiet">
          This is what you wrote beside your meeting with {session.coachName} on{" "}
          {dayWords(session.start, zone)}. It can’t be changed any more.
        </p>
      </header>
      <WrittenShares asked={asked} now={now} />
      <Answered questions={questions} answers={answers} />
      <ShownByPartner shown={fromPartner} />
    </div>
  );
}
