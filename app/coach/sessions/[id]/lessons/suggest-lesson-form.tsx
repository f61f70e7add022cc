"use client";

import { type FormEvent, useEffect, useRef, useState } from "react";
import { useFocusOnWrong } from "#app/coach/use-focus-on-wrong.ts";
import { Actions, Button } from "#app/ui/button.tsx";
import { Choice, Choices } from "#app/ui/choice.tsx";
import { SelectField } from "#app/ui/field.tsx";
import { Refused } from "#app/ui/refused.tsx";
import { namesOf } from "#app/ui/when.tsx";
import { useUnsaved } from "#app/unsaved.tsx";
import type { ToSuggest } from "#lib/lessons/suggestions/queries.ts";
import { DistanceField, daysOf, nearestDistance } from "./distance-field.tsx";
import { distanceWords } from "./distance-words.ts";
import type { Person } from "./lessons-beside.tsx";
import { useBeside } from "./use-beside.ts";

type Given = {
  bookingId: string;
  people: Person[];
  lessons: ToSuggest[];
  hasBegun: boolean;
  onSaved: (words: string) => void;
  onClose: () => void;
};

/** Which lesson or exercise, how far from the session, and for whom. */
export function SuggestLessonForm({ bookingId, people, lessons, hasBegun, onSaved, onClose }: Given) {
  const form = useRef<HTMLFormElement>(null);
  const [what, setWhat] = useState("");
  const [distance, setDistance] = useState(nearestDistance(hasBegun));
  const [clientIds, setClientIds] = useState(people.map(({ id }) => id));
  const { act, isActing, error } = useBeside();
  useUnsaved("a lesson beside a session", what !== "");
  useFocusOnWrong(form, error);
  useEffect(() => form.current?.querySelector("select")?.focus(), []);

  async function submit(event: FormEvent) {
    event.preventDefault();
    const [lessonId, block = null] = what.split(" ");
    const days = daysOf(distance);
    const done = await act(`/bookings/${bookingId}/lessons`, { lessonId, block, days, clientIds });
    if (done) onSaved(`Saved: ${distanceWords(days ?? 0).toLowerCase()}.`);
  }

  const wrong = (field: string) => (error?.field === field ? error.message : undefined);
  const hasPlace = error?.field === "lessonId" || (error?.field === "days" && distance.named === undefined);
  const areAllMentored = people.every(({ id, isMentored }) => isMentored || !clientIds.includes(id));
  return (
    <form ref={form} className="card stack" noValidate onSubmit={submit} aria-labelledby="suggest">
      <h3 id="suggest">Choose a lesson</h3>
      <SelectField
        id="suggest-what"
        name="lessonId"
        label="Which one"
        hint="A whole lesson, or one exercise of it."
        value={what}
        onChange={(event) => setWhat(event.target.value)}
        error={wrong("lessonId")}
      >
        <option value="">Please choose</option>
        {lessons
          .filter(({ isForMentored }) => areAllMentored || !isForMentored)
          .map((lesson) => (
            <LessonOptions key={lesson.lessonId} {...lesson} />
          ))}
      </SelectField>
      <DistanceField distance={distance} onChange={setDistance} hasBegun={hasBegun} error={wrong("days")} />
      {people.length > 1 && <ForWhom people={people} chosen={clientIds} onChange={setClientIds} />}
      {error && !hasPlace && <Refused error={error} />}
      <p className="small quiet">
        There is no date to keep. You learn that they marked it done for now, if they do, and nothing else of
        what they read.
      </p>
      <Actions>
        <Button aria-disabled={isActing}>{isActing ? "Saving" : "Put it beside this session"}</Button>
        <Button type="button" look="plain" onClick={onClose}>
          Leave it
        </Button>
      </Actions>
    </form>
  );
}

function LessonOptions({ lessonId, title, exercises }: ToSuggest) {
  return (
    <optgroup label={title}>
      <option value={lessonId}>{title}</option>
      {exercises.map((exercise) => (
        <option key={exercise.block} value={`${lessonId} ${exercise.block}`}>
          Exercise: {exercise.title}
        </option>
      ))}
    </optgroup>
  );
}

function ForWhom({
  people,
  chosen,
  onChange,
}: {
  people: Person[];
  chosen: string[];
  onChange: (ids: string[]) => void;
}) {
  return (
    <fieldset className="field field--wide">
      <legend className="mb-2">For whom</legend>
      <Choices>
        <Choice
          name="whom"
          title={namesOf(people)}
          more="Each finds it on their own page, and nothing of the other's."
          checked={chosen.length === people.length}
          onChange={() => onChange(people.map(({ id }) => id))}
        />
        {people.map(({ id, name }) => (
          <Choice
            key={id}
            name="whom"
            title={`Only ${name}`}
            checked={chosen.length === 1 && chosen[0] === id}
            onChange={() => onChange([id])}
          />
        ))}
      </Choices>
    </fieldset>
  );
}
