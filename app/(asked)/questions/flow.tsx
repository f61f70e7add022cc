"use client";

import { type ReactNode, useMemo } from "react";
import { useAnswering } from "#app/(asked)/answering/answering.tsx";
import { QuestionScreen } from "#app/(asked)/answering/question-screen.tsx";
import { Screen } from "#app/(asked)/answering/screen.tsx";
import { usePlace } from "#app/(asked)/answering/use-place.ts";
import { Answered } from "#app/ui/questions/answered.tsx";
import { idOf } from "#app/ui/questions/field-props.ts";
import { Sharing } from "./sharing.tsx";

type FlowProps = {
  coach: { id: string; name: string };
  /** They shared answers before. */
  isAgain: boolean;
  support: ReactNode;
};

/** One question a screen, also on a desk; what all of them say stands together only at the end. */
export function Flow({ coach, isAgain, support }: FlowProps) {
  const { answerable, answers } = useAnswering();
  const { questions } = answerable;
  const screens = useMemo(() => [...questions.map(({ key }) => idOf(key)), "share"], [questions]);
  const { at, go } = usePlace(screens);
  const screenOf = (id: string) => {
    const index = screens.indexOf(id);
    return { id, isHere: at === id, before: screens[index - 1], after: screens[index + 1], go };
  };
  const [first] = screens;
  const preview = <Answered questions={questions} answers={answers} />;
  return (
    <form
      className={`asked asked--one ${at ? "asked--live" : ""}`}
      autoComplete="off"
      onSubmit={(event) => event.preventDefault()}
    >
      <header className={`asked__head ${at && at !== first ? "asked__head--past" : ""}`}>
        <h1>Your questions</h1>
        <p className="quiet">
          They take about ten minutes, and begin a talk with {coach.name}. They are no test and no medical
          advice, and do not take the place of a form that the law asks for.{" "}
          {isAgain && `${coach.name} has your answers as you shared them, until you share the new ones.`}
        </p>
        <noscript>
          <p className="notice notice--mind">
            Answering here needs scripts in your browser. You can read the questions here, and talk about them
            with {coach.name} when you meet. Support now works without scripts.
          </p>
        </noscript>
      </header>
      {questions.map((question, index) => (
        <QuestionScreen
          key={question.key}
          question={question}
          place={{ at: index + 1, of: questions.length }}
          screen={screenOf(idOf(question.key))}
          support={support}
        />
      ))}
      <Screen {...screenOf("share")}>
        <Sharing coach={coach} go={go} preview={preview} />
      </Screen>
      <div className="on-print asked__paper">{preview}</div>
    </form>
  );
}
