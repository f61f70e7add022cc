"use client";

import { useState } from "react";
import { Actions, Button } from "#app/ui/button.tsx";
import { Choice, Choices } from "#app/ui/choice.tsx";
import { answerWords } from "#lib/questions/answer-words.ts";
import { type Answer, type Answers, isGiven, type Question } from "#lib/questions/question.ts";

type Props = {
  questions: readonly Question[];
  here: Answers;
  there: Answers;
  /** What both began with. */
  known: Answers;
  /** Takes the answers to these from the other device; all others stay as they are here. */
  settle: (fromOther: string[]) => void;
};

/** What two devices wrote, side by side: their writer chooses, for each question or for all. */
export function TwoVersions({ questions, here, there, known, settle }: Props) {
  const different = questions.filter(({ key }) => !isSame(here[key], there[key]));
  const keys = different.map(({ key }) => key);
  // Where only the other device changed something, that is the newer one.
  const [fromOther, setFromOther] = useState(() => keys.filter((key) => isSame(here[key], known[key])));
  return (
    <form
      className="stack"
      onSubmit={(event) => {
        event.preventDefault();
        settle(fromOther);
      }}
    >
      <p>
        Nothing is lost. Please choose which you want to keep
        {different.length > 1 ? ", for each question or for all" : ""}.
      </p>
      {different.map((question) => {
        const { key, text } = question;
        const isOther = fromOther.includes(key);
        const choose = (isFromOther: boolean) => () =>
          setFromOther(isFromOther ? [...fromOther, key] : fromOther.filter((one) => one !== key));
        return (
          <fieldset key={key} className="stack">
            <legend className="versions__ask">{text}</legend>
            <Choices two>
              <Choice
                name={`version-${key}`}
                title="Here"
                more={<Said question={question} answer={here[key]} />}
                checked={!isOther}
                onChange={choose(false)}
              />
              <Choice
                name={`version-${key}`}
                title="On the other device"
                more={<Said question={question} answer={there[key]} />}
                checked={isOther}
                onChange={choose(true)}
              />
            </Choices>
          </fieldset>
        );
      })}
      <Actions>
        <Button>Keep what I chose</Button>
        {different.length > 1 && (
          <>
            <Button type="button" look="plain" onClick={() => settle([])}>
              Keep all from here
            </Button>
            <Button type="button" look="plain" onClick={() => settle(keys)}>
              Take all from there
            </Button>
          </>
        )}
      </Actions>
    </form>
  );
}

function Said({ question, answer }: { question: Question; answer: Answer | undefined }) {
  if (!isGiven(answer)) return "Left blank";
  const { words, ends } = answerWords(question, answer);
  return <span className="as-written">{ends ? `${words} ${ends}` : words}</span>;
}

function isSame(one: Answer | undefined, other: Answer | undefined): boolean {
  if (!isGiven(one) || !isGiven(other)) return isGiven(one) === isGiven(other);
  return JSON.stringify(one) === JSON.stringify(other);
}
