"use client";

import { useRouter } from "next/navigation";
import { type FormEvent, useRef, useState } from "react";
import { createPortal } from "react-dom";
import { sendJson } from "#app/send.ts";
import { lessonForm } from "./form-name.ts";

/** What a second press within it is: a double click, which must not take back what the first one did. */
const oneClick = 600;

/**
 * A form whose buttons stand all over the lesson and name it. Without scripts it is sent as it is; with them the page
 * stays where it is and is read anew. A button's `data-said` is read out once it is done.
 */
export function LessonForm({ lessonId, path }: { lessonId: string; path: string }) {
  const router = useRouter();
  const sentAt = useRef(Number.NEGATIVE_INFINITY);
  const [said, setSaid] = useState("");
  const [problem, setProblem] = useState<{ message: string; at: Element }>();

  async function send(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const { submitter: button } = event.nativeEvent as SubmitEvent;
    if (!(button instanceof HTMLButtonElement) || event.timeStamp - sentAt.current < oneClick) return;
    sentAt.current = event.timeStamp;
    const { name, value, dataset } = button;
    const at = button.parentElement ?? event.currentTarget;
    // A button's own `formAction` is the page's address where it names none.
    const to = button.getAttribute("formaction") ?? event.currentTarget.action;
    const sent = await sendJson(to, { [name]: value });
    setSaid(sent.ok ? (dataset.said ?? "") : "");
    setProblem(sent.ok ? undefined : { message: sent.error.message, at });
    if (sent.ok) router.refresh();
  }

  return (
    <form
      id={lessonForm}
      action={`/api/lessons/${lessonId}/progress`}
      method="post"
      onSubmit={(event) => void send(event)}
    >
      <input type="hidden" name="back" value={path} />
      <p className="unseen" role="status">
        {said}
      </p>
      {problem &&
        createPortal(
          <span className="field__error" role="alert">
            {problem.message}
          </span>,
          problem.at,
        )}
    </form>
  );
}
