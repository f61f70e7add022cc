"use client";

import { useRef, useState } from "react";
import { Button } from "#app/ui/button.tsx";
import { useSending } from "../use-sending.ts";
import { CourseForm, type CourseWords } from "./course-form.tsx";

const nothing: CourseWords = { title: "", summary: "", intro: "" };

export function AddCourse() {
  const opener = useRef<HTMLButtonElement>(null);
  const [isOpen, setOpen] = useState(false);
  const [added, setAdded] = useState("");
  const { send, error, isBusy } = useSending("/api/coach/lessons/courses");

  function close() {
    setOpen(false);
    opener.current?.focus();
  }

  async function save(typed: CourseWords) {
    if (!(await send(typed))) return;
    setAdded(typed.title.trim());
    close();
  }

  return (
    <section aria-labelledby="new-course">
      <h2 id="new-course">A new course</h2>
      <p className="measure quiet">Readers find it once one of its lessons is published.</p>
      <p>
        <Button ref={opener} type="button" look="quiet" onClick={() => setOpen(true)}>
          Begin a course
        </Button>
        <span role="status" className="small quiet">
          {added && ` “${added}” is there now, with no lessons yet.`}
        </span>
      </p>
      {isOpen && (
        <div className="card">
          <CourseForm
            id="new"
            words={nothing}
            error={error}
            isBusy={isBusy}
            act="Begin this course"
            onSave={(typed) => void save(typed)}
            onLeave={close}
          />
        </div>
      )}
    </section>
  );
}
