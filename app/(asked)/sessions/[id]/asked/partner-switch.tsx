"use client";

import { useState } from "react";
import { useAnswering } from "#app/(asked)/answering/answering.tsx";
import { Button } from "#app/ui/button.tsx";
import { Refused } from "#app/ui/refused.tsx";
import { Switch, Switches } from "#app/ui/switch.tsx";
import { answerWords } from "#lib/questions/answer-words.ts";
import { isGiven, type Question } from "#lib/questions/question.ts";
import type { AskedPage } from "#lib/reflections/asked/queries.ts";
import { useActs } from "./use-acts.ts";

type Props = { question: Question; partner: NonNullable<AskedPage["partner"]> };

/** One answer, shown to the other one of a couple or not. Nothing is shown unless this is on. */
export function PartnerSwitch({ question, partner }: Props) {
  const { answers, standing, shown, setShown } = useAnswering();
  const acts = useActs();
  const { key, text } = question;
  const { name, isNewest } = partner;
  const [isMine, setMine] = useState(false);
  const [seen, setSeen] = useState(answers[key]);
  const answer = answers[key];
  const isOn = shown.includes(key);

  function show(isShown: boolean) {
    if (acts.isActing) return;
    setMine(true);
    const others = shown.filter((one) => one !== key);
    const wanted = isShown ? [...others, key] : others;
    setShown(wanted);
    acts.showPartner(wanted, (isDone) => {
      if (isDone) setSeen(answer);
      else setShown(shown);
    });
  }

  const said = isGiven(answer) ? answerWords(question, answer) : undefined;
  const isNewer = isOn && said && (!isNewest || JSON.stringify(answer) !== JSON.stringify(seen));
  return (
    <div className="to-partner">
      <Switches>
        <Switch
          name={`partner-${key}`}
          title={`Show this answer to ${name}`}
          more={moreOf(isOn, acts.isActing, name)}
          checked={isOn}
          disabled={!isOn && !said}
          onChange={({ target }) => show(target.checked)}
        />
      </Switches>
      {said && (
        <details>
          <summary>Exactly what {name} will see</summary>
          <dl className="answered">
            <div>
              <dt>{text}</dt>
              <dd>
                <span className="as-written">{said.words}</span>{" "}
                {said.ends && <span className="answered__more">{said.ends}</span>}
              </dd>
            </div>
          </dl>
        </details>
      )}
      {isNewer && (
        <p>
          {name} sees it as it stood before.{" "}
          <Button type="button" look="quiet" onClick={() => show(true)}>
            Show {name} the newer words
          </Button>
        </p>
      )}
      {isMine && standing.is === "refused" && standing.isAct && <Refused error={standing.error} />}
    </div>
  );
}

function moreOf(isOn: boolean, isActing: boolean, name: string): string {
  if (isActing) return "One moment.";
  return isOn ? `${name} can read it now. You can switch it off.` : `Off: ${name} can’t see it.`;
}
