import { Actions, Button } from "#app/ui/button.tsx";
import { Choice, Choices } from "#app/ui/choice.tsx";
import { TextArea, TextField } from "#app/ui/field.tsx";
import { dateOf } from "#app/ui/when.tsx";
import type { FoundAgreement } from "#lib/consent/queries.ts";
import { findTopic } from "#lib/consent/topics.ts";

type SignFormProps = { found: FoundAgreement; zone: string; now: number };

/** A signature of its own for each topic. Nothing is chosen or ticked beforehand, and nothing is agreed to in one go. */
export function SignForm({ found, zone, now }: SignFormProps) {
  const { topic, state, coachId, coachName, textId } = found;
  const choice = findTopic(topic)?.choice;
  if (state === "signed" && !choice) return null;
  const form = (
    <form className="stack" method="post" action="/api/agreements">
      <input type="hidden" name="coach" value={coachId} />
      <input type="hidden" name="topic" value={topic} />
      <input type="hidden" name="text" value={textId} />
      {choice && (
        <fieldset className="field">
          <legend>{choice.asks}</legend>
          <Choices>
            {choice.options.map(({ key, text }) => (
              <Choice key={key} name="choice" value={key} title={text} required />
            ))}
          </Choices>
        </fieldset>
      )}
      {choice?.also && (
        <TextArea
          name="also"
          label={choice.also.asks}
          hint={choice.also.hint}
          maxLength={500}
          rows={3}
          optional
        />
      )}
      <TextField
        name="name"
        label="Your name"
        hint={`Typed by you, it is your signature of ${dateOf(now, zone, now)}. ${coachName} can read it.`}
        autoComplete="name"
        required
        minLength={2}
        maxLength={100}
      />
      <Actions>
        <Button>{state === "signed" ? "Agree with this choice" : "I agree to this"}</Button>
      </Actions>
      <p className="small quiet">
        You do not have to decide today. If something is unclear, ask {coachName} first.
      </p>
    </form>
  );
  if (state !== "signed")
    return (
      <section aria-labelledby="sign">
        <h2 id="sign">{state === "withdrawn" ? "If you want to agree to it again" : "Your decision"}</h2>
        {form}
      </section>
    );
  return (
    <details className="fold">
      <summary>Choose something else</summary>
      <div>{form}</div>
    </details>
  );
}
