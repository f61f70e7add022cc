import { Actions, Button } from "#app/ui/button.tsx";
import { Choice, Choices } from "#app/ui/choice.tsx";
import { TextArea, TextField } from "#app/ui/field.tsx";
import { waysHome } from "#lib/safety-plan/plan.ts";
import type { findOwnPlan } from "#lib/safety-plan/queries.ts";

type Own = NonNullable<Awaited<ReturnType<typeof findOwnPlan>>>;

/** The whole plan as one form, which needs no scripts. */
export function PlanForm({ own: { coachId, coachName, plan, revision } }: { own: Own }) {
  return (
    // Saved anew it is another plan, with what is kept in its fields.
    <form key={revision} className="stack" method="post" action="/api/day-plan">
      <input type="hidden" name="coach" value={coachId} />
      <input type="hidden" name="revision" value={revision} />
      <TextField
        name="person"
        label="Whom may we call?"
        hint="A first name is enough. Somebody who knows about the day, and can come if needed. Please ask them first."
        defaultValue={plan.person}
        maxLength={100}
        autoComplete="off"
      />
      <TextField
        name="number"
        type="tel"
        label="Their number"
        hint="With the country, such as +1."
        defaultValue={plan.number}
        maxLength={40}
        autoComplete="off"
      />
      <fieldset className="field">
        <legend>How do you get home?</legend>
        <p className="field__hint">You do not drive that day.</p>
        <Choices>
          {waysHome.map(({ key, text }) => (
            <Choice key={key} name="wayHome" value={key} title={text} defaultChecked={plan.wayHome === key} />
          ))}
        </Choices>
      </fieldset>
      <TextField
        name="place"
        label="Where will you be afterwards?"
        hint="Such as “at home” or “at my sister’s”. No address is needed."
        defaultValue={plan.place}
        maxLength={200}
        autoComplete="off"
        optional
      />
      <TextField
        name="company"
        label="Who is with you that night, or near?"
        defaultValue={plan.company}
        maxLength={200}
        autoComplete="off"
        optional
      />
      <TextArea
        name="anything"
        label="Anything else to know for the day"
        hint="What you need, or what helps you to feel at ease."
        defaultValue={plan.anything}
        maxLength={500}
        rows={3}
        optional
      />
      <Actions>
        <Button>Save the plan</Button>
      </Actions>
      <p className="small quiet">
        You and {coachName} can read this, and nobody else. That {coachName} looked at the number is written
        down.
      </p>
    </form>
  );
}
