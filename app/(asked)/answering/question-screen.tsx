"use client";

import type { ReactNode } from "react";
import { AnswerReply } from "#app/ui/questions/answer-reply.tsx";
import { QuestionField } from "#app/ui/questions/question-field.tsx";
import { concernAbout } from "#lib/questions/concerns.ts";
import type { Question } from "#lib/questions/question.ts";
import { useAnswering } from "./answering.tsx";
import { Screen } from "./screen.tsx";

type QuestionScreenProps = {
  question: Question;
  place: { at: number; of: number };
  screen: Omit<Parameters<typeof Screen>[0], "children">;
  /** `<SupportPanel>`. */
  support: ReactNode;
  children?: ReactNode;
};

/** One question, what follows from its answer, and the ways on. */
export function QuestionScreen({ question, place, screen, support, children }: QuestionScreenProps) {
  const { answerable, answers, answer, errorOf } = useAnswering();
  const { key, type, text, required } = question;
  const isOfWords = type === "long" || type === "short";
  // Words that stand there are only taken away by whoever takes them away.
  const clear = () => !isOfWords && answer(key, undefined);
  return (
    <Screen {...screen} isFirst={place.at === 1} {...(!required && { skip: { words: text, clear } })}>
      <QuestionField
        question={question}
        place={place}
        answer={answers[key]}
        onAnswer={(value) => answer(key, value)}
        error={errorOf(question)}
        reply={
          <AnswerReply
            question={question}
            raised={concernAbout(question, answers[key], answerable.earlier)}
            coachName={answerable.coachName}
            support={support}
            isShared={answerable.isShared}
          />
        }
      />
      {children}
    </Screen>
  );
}
