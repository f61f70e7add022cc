import { answerWords } from "#lib/questions/answer-words.ts";
import type { FromPartner } from "#lib/reflections/asked/from-partner.ts";

/** What the other one of a couple shows. Where they show nothing there is nothing here, whatever they answered. */
export function ShownByPartner({ shown }: { shown: FromPartner[] }) {
  return shown.map(({ name, question, answer }) => {
    const { words, ends } = answerWords(question, answer);
    return (
      <figure className="wrote" key={question.key}>
        <figcaption>
          {name} answered “{question.text}”
        </figcaption>
        <p className="as-written">
          {words} {ends}
        </p>
      </figure>
    );
  });
}
