"use client";

import { useEffect, useRef, useState } from "react";
import { Badge, type BadgeKind } from "#app/ui/badge.tsx";
import { Actions, Button } from "#app/ui/button.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { Tick } from "#app/ui/tick.tsx";
import type { LookedInto } from "#lib/lessons/authoring/import/import.ts";
import type { ImportPlan, Step } from "#lib/lessons/authoring/import/plan.ts";

const does: Record<Step["does"], { kind: BadgeKind; words: string }> = {
  new_lesson: { kind: "firm", words: "A new lesson" },
  new_language: { kind: "firm", words: "A new language" },
  new_draft: { kind: "asked", words: "A new draft" },
  over_draft: { kind: "look", words: "There is a draft already" },
  nothing: { kind: "done", words: "Nothing changes" },
};

type FoundProps = {
  looked: LookedInto;
  isBusy: boolean;
  onTake: (mark: string, replace: string[]) => void;
  onLeave: () => void;
};

/** What would become of the files that were chosen, before anything does. */
export function FoundInFiles({ looked: { plan, problems, leftOut }, isBusy, onTake, onLeave }: FoundProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  const [replace, setReplace] = useState<string[]>([]);
  useEffect(() => heading.current?.focus(), []);

  const count = plan?.steps.filter((step) => isTaken(step, replace)).length ?? 0;
  return (
    <div className="card mt-4 stack">
      <h3 ref={heading} tabIndex={-1}>
        {plan ? "What would happen" : "Please mend this first"}
      </h3>
      {problems.length > 0 && (
        <>
          <p>Nothing was changed. These files cannot be brought in as they are.</p>
          <ul className="found">
            {problems.map(({ file, line, sentence }) => (
              <li key={`${file} ${line} ${sentence}`}>
                <strong>
                  {file}, line {line}
                </strong>
                {sentence}
              </li>
            ))}
          </ul>
        </>
      )}
      {plan?.course && <CourseLine course={plan.course} steps={plan.steps} />}
      {plan && (
        <ul className="found">
          {plan.steps.map((step) => (
            <StepLine
              key={step.key}
              step={step}
              isReplaced={replace.includes(step.key)}
              onReplace={(isWished) =>
                setReplace(isWished ? [...replace, step.key] : replace.filter((key) => key !== step.key))
              }
            />
          ))}
        </ul>
      )}
      {plan?.steps.length === 0 && <p>There are no lessons in these files.</p>}
      {leftOut.length > 0 && (
        <p className="small quiet">Left out, since they are no lessons: {leftOut.join(", ")}.</p>
      )}
      <Actions>
        {count > 0 && plan && (
          <Button type="button" aria-disabled={isBusy} onClick={() => !isBusy && onTake(plan.mark, replace)}>
            {count === 1 ? "Make one draft of these" : `Make ${count} drafts of these`}
          </Button>
        )}
        <Button type="button" look="plain" onClick={onLeave}>
          {count > 0 ? "Leave it" : "Choose other files"}
        </Button>
      </Actions>
    </div>
  );
}

function isTaken({ does, key }: Step, replace: string[]): boolean {
  return does === "over_draft" ? replace.includes(key) : does !== "nothing";
}

function CourseLine({ course, steps }: { course: NonNullable<ImportPlan["course"]>; steps: Step[] }) {
  const isNeeded = steps.some((step) => step.does === "new_lesson");
  if (course.isKept)
    return (
      <Notice level={3}>
        <p>
          The files have other words about “{course.title}” itself. Those stay as they are here, since readers
          see them at once.
        </p>
      </Notice>
    );
  if (!isNeeded) return null;
  return (
    <p>
      {course.isNew ? "A new course is made: " : "New lessons go to the end of "}“{course.title}”.
    </p>
  );
}

function StepLine({
  step: { key, file, title, language, does: what, draft, isAudienceKept },
  isReplaced,
  onReplace,
}: {
  step: Step;
  isReplaced: boolean;
  onReplace: (isWished: boolean) => void;
}) {
  const { kind, words } = does[what];
  return (
    <li>
      <strong lang={language}>{title}</strong>
      <span className="small quiet">
        {file} ({language})
      </span>
      <span>
        <Badge kind={kind}>{words}</Badge>
      </span>
      {isAudienceKept && what !== "nothing" && (
        <span className="small quiet">The file says others should find it. Who finds it stays as it is.</span>
      )}
      {what === "over_draft" && draft && (
        <Tick
          name={`replace-${key}`}
          checked={isReplaced}
          onChange={(event) => onReplace(event.target.checked)}
        >
          Let this file take the place of the draft by {draft.by}. The words of that draft are lost.
        </Tick>
      )}
    </li>
  );
}
