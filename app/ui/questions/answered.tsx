import { answerWords } from "#lib/questions/answer-words.ts";
import { type Answers, isGiven, type Question } from "#lib/questions/question.ts";

type Asked = Pick<Question, "key" | "type" | "text" | "low" | "high" | "options">;

/** Answers under their questions as whoever they are shown to reads them; what was left blank is named at the end. */
export function Answered({ questions, answers }: { questions: readonly Asked[]; answers: Answers }) {
  const blank = questions.filter(({ key }) => !isGiven(answers[key]));
  return (
    <dl className="answered">
      {questions.map((question) => {
        const answer = answers[question.key];
        if (!isGiven(answer)) return null;
        const { words, ends } = answerWords(question, answer);
        return (
          <div key={question.key}>
            <dt>{question.text}</dt>
            <dd>
              <span className="as-written">{words}</span>{" "}
              {ends && <span className="answered__more">{ends}</span>}
            </dd>
          </div>
        );
      })}
      {blank.length > 0 && (
        <div>
          <dt>Left blank</dt>
          {blank.map(({ key, text }) => (
            <dd key={key} className="answered__more">
              {text}
            </dd>
          ))}
        </div>
      )}
    </dl>
  );
}
