"use client";

import { useEffect, useReducer, useRef, useState } from "react";
import { UndoButton } from "#app/coach/availability/undo-button.tsx";
import { Refused } from "#app/ui/refused.tsx";
import { Toast } from "#app/ui/status.tsx";
import { UnsavedGuard, useUnsaved } from "#app/unsaved.tsx";
import type { DraftToEdit } from "#lib/lessons/authoring/drafts.ts";
import { AddPart } from "./add-part.tsx";
import { DraftBar } from "./draft-bar.tsx";
import { LessonPreview, Radios, type Width } from "./lesson-preview.tsx";
import { LessonWords } from "./lesson-words.tsx";
import { OthersDraft } from "./others-draft.tsx";
import { PartFrame } from "./part-frame.tsx";
import { useDraft } from "./use-draft.ts";
import { useEnding } from "./use-ending.ts";
import { act, opened } from "./writing.ts";

type Props = { lessonId: string; draft: DraftToEdit; zone: string };

/** A lesson to write, and beside it what readers will see. */
export function LessonDesk(props: Props) {
  return (
    <UnsavedGuard>
      <Desk {...props} />
    </UnsavedGuard>
  );
}

function Desk({ lessonId, draft, zone }: Props) {
  const [writing, dispatch] = useReducer(act, draft, (first) => opened(first));
  const [width, setWidth] = useState<Width>("phone");
  const [tab, setTab] = useState<"write" | "see">("write");
  const kept = useDraft(lessonId, draft);
  const ending = useEnding({ draft, writing, kept, dispatch });
  const { words, parts, removed, focus, came } = writing;
  useUnsaved("lesson", kept.isUnsaved);

  const { keep } = kept;
  const last = useRef(came);
  useEffect(() => {
    const now = { words, parts };
    const isSame = (one: typeof now) => one.words === words && one.parts === parts;
    if (!isSame(last.current) && !isSame(came)) keep(now);
    last.current = now;
  }, [words, parts, came, keep]);

  return (
    <div className={`lesson-desk lesson-desk--${width} lesson-desk--${tab}`}>
      <div className="lesson-desk__tabs">
        <Radios
          name="tab"
          legend="Write or see"
          choices={[
            { value: "write", name: "Write" },
            { value: "see", name: "See it" },
          ]}
          chosen={tab}
          onChoose={setTab}
        />
      </div>
      <div className="lesson-desk__write stack">
        <DraftBar kept={kept} ending={ending} title={words.title} zone={zone} />
        {kept.others && (
          <OthersDraft
            others={kept.others}
            message={kept.error?.message}
            zone={zone}
            onKeepMine={() => void kept.keepMine({ words, parts })}
            onTakeTheirs={() => kept.others && ending.layAside(kept.others)}
          />
        )}
        {kept.error && !kept.others && !kept.error.field?.startsWith("words.") && (
          <Refused error={kept.error} />
        )}
        <LessonWords words={words} error={ending.wrongWords ?? kept.error} dispatch={dispatch} />
        <section aria-labelledby="parts">
          <h2 id="parts">The lesson, part by part</h2>
          <AddPart dispatch={dispatch} />
          <ol className="lesson-parts">
            {parts.map((part, at) => (
              <PartFrame
                key={part.key}
                part={part}
                at={at}
                isLast={at === parts.length - 1}
                problem={ending.problemOf(part.key)}
                focus={focus?.key === part.key ? focus.on : undefined}
                dispatch={dispatch}
              />
            ))}
          </ol>
        </section>
        <p className="unseen" role="status">
          {writing.said}
        </p>
        {removed && (
          <Toast action={<UndoButton onClick={() => dispatch({ type: "undo" })} />}>
            {removed.name} is removed.
          </Toast>
        )}
        {ending.toast && (
          <Toast action={ending.toast.undo && <UndoButton onClick={ending.toast.undo} />}>
            {ending.toast.words}
          </Toast>
        )}
      </div>
      <div className="lesson-desk__see">
        <LessonPreview
          lessonId={lessonId}
          language={draft.language}
          revision={kept.revision}
          width={width}
          onWidth={setWidth}
        />
      </div>
    </div>
  );
}
