import type { Answer, Question } from "#lib/questions/question.ts";

/** Without `onAnswer` the browser keeps what is chosen, and a form sends it. */
export type FieldProps = {
  question: Question;
  answer?: Answer;
  onAnswer?: (answer: Answer | undefined) => void;
  /** Ids of what is said of it. */
  describedBy?: string;
  isWrong?: boolean;
};

export const idOf = (key: string) => `q-${key}`;
/** As a form sends it. */
export const nameOf = (key: string) => `answer.${key}`;

/** Whether it is chosen: said by us where we are told of changes, begun with where the browser keeps them. */
export function chosenAs(isChosen: boolean, onAnswer: FieldProps["onAnswer"]) {
  return onAnswer ? { checked: isChosen } : { defaultChecked: isChosen };
}
