import { useEffect, useRef } from "react";
import { typeNames } from "#app/coach/questions/set-words.ts";
import { Badge } from "#app/ui/badge.tsx";
import { Button } from "#app/ui/button.tsx";
import type { TemplateKind } from "#lib/questions/queries.ts";
import type { Question } from "#lib/questions/question.ts";
import { QuestionFields } from "./question-fields.tsx";

export type QuestionCardProps = {
  kind: TemplateKind;
  question: Question;
  place: { at: number; of: number };
  error?: { part: string; message: string };
  isNew: boolean;
  onChange: (change: Partial<Question>) => void;
  onMove: (by: -1 | 1) => void;
  onRemove: () => void;
};

/** One question of a set: what it is, where it stands, and its words to open. */
export function QuestionCard({ question, place, isNew, onMove, onRemove, ...fields }: QuestionCardProps) {
  const { key, type, text, required, partner, stays } = question;
  const details = useRef<HTMLDetailsElement>(null);
  const wrong = fields.error?.part;
  useEffect(() => {
    if (!wrong || !details.current) return;
    details.current.open = true;
    details.current.querySelector<HTMLElement>("[aria-invalid]")?.focus();
  }, [wrong]);
  const named = text || "the question without words";
  return (
    <li id={`${key}-card`} className="set-question">
      <details ref={details} open={isNew || undefined}>
        <summary>
          <span className="set-question__name">
            <span className="quiet">{place.at}.</span> {text || "No words yet"}
          </span>
        </summary>
        <QuestionFields question={question} {...fields} />
      </details>
      <p className="set-question__facts">
        <span>{typeNames[type]}</span>
        {required && <Badge kind="plain">Needed</Badge>}
        {stays && <Badge kind="talk">Stays</Badge>}
        {partner === "never" && <Badge kind="private">Never for a partner</Badge>}
        {partner === "may" && <Badge kind="plain">A partner may be shown it</Badge>}
      </p>
      <div className="set-question__acts">
        <Move question={key} by={-1} name={named} isEnd={place.at === 1} onMove={onMove} />
        <Move question={key} by={1} name={named} isEnd={place.at === place.of} onMove={onMove} />
        {!stays && (
          <Button type="button" look="quiet" onClick={onRemove} aria-label={`Take out: ${named}`}>
            Take out
          </Button>
        )}
      </div>
    </li>
  );
}

type MoveProps = { question: string; by: -1 | 1; name: string; isEnd: boolean; onMove: (by: -1 | 1) => void };

/** At an end it stays in reach, so that the focus does. */
function Move({ question, by, name, isEnd, onMove }: MoveProps) {
  const words = by === -1 ? "Move up" : "Move down";
  return (
    <Button
      type="button"
      look="quiet"
      data-move={`${question}:${by}`}
      aria-disabled={isEnd}
      aria-label={`${words}: ${name}`}
      onClick={() => !isEnd && onMove(by)}
    >
      {words}
    </Button>
  );
}
