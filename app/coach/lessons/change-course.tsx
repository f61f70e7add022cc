"use client";

import { useState } from "react";
import { Button } from "#app/ui/button.tsx";
import { Dialog } from "#app/ui/dialog.tsx";
import { useSending } from "../use-sending.ts";
import { CourseForm, type CourseWords } from "./course-form.tsx";

/** Readers see these words at once: a course has no drafts. */
export function ChangeCourse({ courseId, words }: { courseId: string; words: CourseWords }) {
  const [seen, setSeen] = useState<CourseWords>();
  const { send, error, isBusy } = useSending(`/api/coach/lessons/courses/${courseId}`);

  async function save(typed: CourseWords) {
    if (await send({ words: typed, seen })) setSeen(undefined);
  }

  return (
    <>
      <Button type="button" look="quiet" onClick={() => setSeen(words)}>
        Change its words<span className="unseen">: {words.title}</span>
      </Button>
      {seen && (
        <Dialog open isWide onClose={() => setSeen(undefined)} title="What stands about this course">
          <p className="small quiet mb-4">Readers see it as soon as it is saved.</p>
          <CourseForm
            id={courseId}
            words={seen}
            error={error}
            isBusy={isBusy}
            act="Save these words"
            onSave={(typed) => void save(typed)}
            onLeave={() => setSeen(undefined)}
          />
        </Dialog>
      )}
    </>
  );
}
