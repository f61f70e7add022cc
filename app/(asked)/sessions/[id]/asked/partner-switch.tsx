"use client";

import { useState } from "react";
import { Button } from "#app/ui/button.tsx";
import { Refused } from "#app/ui/refused.tsx";
import { Switch, Switches } from "#app/ui/switch.tsx";
import { answerWords } from "#lib/questions/answer-words.ts";
import { isGiven, type Question } from "#lib/questions/question.ts";
import type { AskedPage } from "#lib/reflections/asked/queries.ts";
import { useAnswering } from "./answering.tsx";
import { useActs } from "./use-acts.ts";

type Props = { question: Question; partner: NonNullable<AskedPage["partner"]> };

/** One answer, shown to the other one of a couple or not. Nothing is shown unless this is on. */
export function PartnerSwitch({ question, partner }: Props) {
  const { answers, standing } = useAnswering();
  const acts = useActs();
  const { key, text } = question;
  const { name, shown } = partner;
  const [switched, setSwitched] = useState<boolean>();
  const [isMine, setMine] = useState(false);
  const [seen, setSeen] = useState(answers[key]);
  const answer = answers[key];
  const isOn = switched ?? shown.includes(key);

  function show(isShown: boolean) {
    setMine(true);
    const others = shown.filter((one) => one !== key);
    acts.showPartner(isShown ? [...others, key] : others, () => {
      setSwitched(isShown);
      setSeen(answer);
    });
  }

  const said = isGiven(answer) ? answerWords(question, answer) : undefined;
  const isNewer = isOn && said !== undefined && JSON.stringify(answer) !== JSON.stringify(seen);
  return (
    <div className="to-partner" ref={acts.told} tabIndex={-1}>
      <Switches>
        <Switch
          name={`partner-${key}`}
          title={`Show this answer to ${name}`}
          more={isOn ? `${name} can read it now. You can switch it off.` : `Off: ${name} can’t see it.`}
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
