import { Choice, Choices } from "#app/ui/choice.tsx";
import { howLong, type ShownKind, type ShownType } from "./shown-type.ts";

type WhatStepProps = { kinds: ShownKind[]; type: ShownType; choose: (typeId: string) => void };

/** What it is to be, and where several coaches have it, with whom. */
export function WhatStep({ kinds, type, choose }: WhatStepProps) {
  const own = kinds.find(({ kind }) => kind === type.kind);
  return (
    <>
      <fieldset className="booking__step">
        <legend>What would you like?</legend>
        <Choices two>
          {kinds.map(({ kind, choices }) => {
            const shown = kind === type.kind ? type : choices[0];
            return (
              <Choice
                key={kind}
                name="type"
                value={shown.id}
                title={choices[0].name}
                more={shown.isAskedFor ? shown.summary : `${howLong(shown)}. ${shown.summary}`}
                checked={kind === type.kind}
                onChange={() => choose(choices[0].id)}
              />
            );
          })}
        </Choices>
      </fieldset>
      {own && own.choices.length > 1 && (
        <fieldset className="booking__step">
          <legend>With whom?</legend>
          <Choices two>
            {own.choices.map((one) => (
              <Choice
                key={one.id}
                name="coach"
                value={one.id}
                title={one.isAnybodys ? "Whoever is free first" : one.coachName}
                more={one.isAnybodys ? "All free times, with all of us" : one.place}
                checked={one.id === type.id}
                onChange={() => choose(one.id)}
              />
            ))}
          </Choices>
        </fieldset>
      )}
    </>
  );
}
