"use client";

import Link from "next/link";
import { type ReactNode, useEffect, useState } from "react";
import { type Shown, showAs } from "#app/coach/questions/[id]/shown.ts";
import { Main } from "#app/ui/main.tsx";
import { AnswerReply } from "#app/ui/questions/answer-reply.tsx";
import { QuestionField } from "#app/ui/questions/question-field.tsx";
import { concernAbout } from "#lib/questions/concerns.ts";
import { type Answers, inNameOf, type Question } from "#lib/questions/question.ts";

type ShownQuestionsProps = { id: string; coachName: string; saved: Question[]; support: ReactNode };

/** A set to try out. Nothing that is answered here is kept or sent. */
export function ShownQuestions({ id, coachName, saved, support }: ShownQuestionsProps) {
  const [questions, setQuestions] = useState(saved);
  const [answers, setAnswers] = useState<Answers>({});
  const [isFramed, setFramed] = useState(true);

  useEffect(() => {
    setFramed(parent !== window);
    if (parent === window) return;
    const listen = ({ origin, source, data }: MessageEvent<Shown>) => {
      if (origin !== location.origin || source !== parent) return;
      setQuestions(data.questions);
      showAs(data.look);
    };
    addEventListener("message", listen);
    parent.postMessage("ready", location.origin);
    return () => removeEventListener("message", listen);
  }, []);

  const shown = questions.map((question) => inNameOf(coachName, question));
  return (
    <Main className="shown-questions">
      {!isFramed && (
        <Link className="plain-link" href={`/coach/questions/${id}`} prefetch={false}>
          Back to the set
        </Link>
      )}
      <h1>A few questions</h1>
      <p className="quiet">You are trying these out. Nothing you answer here is kept.</p>
      {shown.map((question, at) => {
        const { key } = question;
        const answer = (value: Answers[string] | undefined) =>
          setAnswers(({ [key]: _, ...rest }) => (value === undefined ? rest : { ...rest, [key]: value }));
        return (
          <QuestionField
            key={key}
            question={question}
            place={{ at: at + 1, of: shown.length }}
            answer={answers[key]}
            onAnswer={answer}
            onSkip={() => answer(undefined)}
            reply={
              <AnswerReply
                question={question}
                raised={concernAbout(
                  { ...question, concern: question.concern && { ...question.concern, twiceRunning: false } },
                  answers[key],
                )}
                coachName={coachName}
                support={support}
              />
            }
          />
        );
      })}
    </Main>
  );
}
