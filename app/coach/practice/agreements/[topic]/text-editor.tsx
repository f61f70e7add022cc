"use client";

import { useState } from "react";
import { useSending } from "#app/coach/use-sending.ts";
import { type SendError, sendJson } from "#app/send.ts";
import { Actions, Button } from "#app/ui/button.tsx";
import { TextArea, TextField } from "#app/ui/field.tsx";
import { Prose } from "#app/ui/prose.tsx";
import { Refused } from "#app/ui/refused.tsx";

type TextEditorProps = {
  topic: string;
  version: number;
  title: string;
  body: string;
  /** How many stand by what they signed, and would be asked again. */
  people: number;
};

/** New words for one topic, seen as clients will, then published. What was typed stays when it is refused. */
export function TextEditor({ topic, version, people, ...now }: TextEditorProps) {
  const [title, setTitle] = useState(now.title);
  const [body, setBody] = useState(now.body);
  const [shown, setShown] = useState<{ title: string; html: string }>();
  const [notShown, setNotShown] = useState<SendError>();
  const { send, error, isBusy } = useSending(`/api/practice/agreements/${topic}`);

  async function preview() {
    setNotShown(undefined);
    const sent = await sendJson<{ title: string; html: string }>("/api/practice/agreements/preview", {
      title,
      body,
    });
    if (sent.ok) setShown(sent.data);
    else setNotShown(sent.error);
  }

  const problem = error ?? notShown;
  const asked = people === 1 ? "1 person is" : `${people} people are`;
  return (
    <section aria-labelledby="edit">
      <h2 id="edit">Write it anew</h2>
      <form
        className="stack"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void send({ title, body, after: version });
        }}
      >
        <TextField
          name="title"
          label="Title"
          value={title}
          maxLength={80}
          autoComplete="off"
          onChange={(event) => setTitle(event.target.value)}
          error={problem?.field === "title" ? problem.message : undefined}
        />
        <TextArea
          name="body"
          label="Text"
          hint="Plain words, or Markdown. {coach} becomes the coach’s name. Begin with one line that says it in short."
          value={body}
          maxLength={8_000}
          rows={16}
          wide
          onChange={(event) => setBody(event.target.value)}
          error={problem?.field === "body" ? problem.message : undefined}
        />
        {problem && !problem.field && <Refused error={problem} />}
        <p className="quiet">
          {people === 0
            ? "Nobody has agreed to this topic yet, so nobody is asked again."
            : `${asked} asked again once you publish. What they signed stays as it was.`}
        </p>
        <Actions>
          <Button aria-disabled={isBusy || undefined}>Publish version {version + 1}</Button>
          <Button type="button" look="plain" onClick={() => void preview()}>
            See it as clients will
          </Button>
        </Actions>
      </form>
      {shown && (
        <div className="card mt-5" role="status">
          <h3>{shown.title}</h3>
          <Prose html={shown.html} />
        </div>
      )}
    </section>
  );
}
