import { TextArea, TextField } from "#app/ui/field.tsx";
import { Tick } from "#app/ui/tick.tsx";
import { mayBeForPartner, whyItStays } from "#lib/questions/authoring/what-stays.ts";
import { OptionFields } from "./option-fields.tsx";
import type { QuestionCardProps } from "./question-card.tsx";

type QuestionFieldsProps = Pick<QuestionCardProps, "kind" | "question" | "error" | "onChange">;

/** All that a coach may say of a question. */
export function QuestionFields({ kind, question, error, onChange }: QuestionFieldsProps) {
  const { key, type, required, firstTimeOnly, partner, stays } = question;
  const errorAt = (part: string) => (error?.part === part ? error.message : undefined);
  const field = (part: "text" | "why" | "before" | "beneath" | "low" | "high") => ({
    name: `${key}-${part}`,
    value: question[part],
    error: errorAt(part),
    onChange: ({ target }: { target: { value: string } }) => onChange({ [part]: target.value }),
    autoComplete: "off",
  });
  return (
    <div className="set-question__fields">
      {stays && <p className="small quiet measure">{whyItStays}</p>}
      <TextArea {...field("text")} label="The question" rows={2} wide />
      <TextArea
        {...field("why")}
        label="Why we ask"
        hint={required ? "Clients read this beneath the question." : "Clients can look at this."}
        rows={2}
        wide
      />
      {type === "scale" && !stays && (
        <div className="pair-of-fields">
          <TextField {...field("low")} label="0 means" />
          <TextField {...field("high")} label="10 means" />
        </div>
      )}
      {(type === "choice" || type === "multi") && (
        <OptionFields question={question} error={errorAt("options")} onChange={onChange} />
      )}
      <TextArea
        {...field("before")}
        rows={2}
        label="Said before it"
        hint="One line before a hard topic: what it is, and who reads it."
        optional
        wide
      />
      <TextArea {...field("beneath")} rows={2} label="Said beneath it" optional wide />
      {!stays && (
        <>
          <Tick
            name={`${key}-required`}
            checked={required}
            onChange={({ target }) => onChange({ required: target.checked })}
            error={errorAt("required")}
          >
            It has to be answered before anything can be shared
          </Tick>
          <Tick
            name={`${key}-firstTimeOnly`}
            checked={firstTimeOnly}
            onChange={({ target }) => onChange({ firstTimeOnly: target.checked })}
          >
            Only the first time somebody is asked these
          </Tick>
        </>
      )}
      {partner === "never" && (
        <p className="small quiet measure">
          The answer is for the coach alone. There is no switch to show it to a partner.
        </p>
      )}
      {mayBeForPartner(kind, question) && (
        <Tick
          name={`${key}-partner`}
          checked={partner === "may"}
          onChange={({ target }) => onChange({ partner: target.checked ? "may" : "no" })}
          error={errorAt("partner")}
        >
          Whoever answers may show the answer to their partner
        </Tick>
      )}
    </div>
  );
}
