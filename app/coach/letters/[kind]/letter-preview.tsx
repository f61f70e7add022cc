"use client";

import { useState } from "react";
import { Notice } from "#app/ui/notice.tsx";
import type { SpokenKind } from "#lib/mail/words/spoken.ts";
import { type Look, usePreview } from "./use-preview.ts";

const looks: { look: Look; name: string }[] = [
  { look: "light", name: "In daylight" },
  { look: "dark", name: "In the dark" },
  { look: "text", name: "As plain text" },
];

/** The whole letter as it would go out, on a phone's width. */
export function LetterPreview({ kind, words }: { kind: SpokenKind; words: string }) {
  const [look, setLook] = useState<Look>("light");
  const { frame, first, text, problem } = usePreview({ kind, words, look });
  return (
    <section className="stack" aria-labelledby="seen">
      <h2 id="seen">What your client gets</h2>
      <p className="quiet small">
        About a made-up meeting. On the outside it says “A note from your portal”, unless your client chose to
        read the day and hour there.
      </p>
      <fieldset className="looks">
        <legend className="unseen">How it is read</legend>
        {looks.map(({ look: one, name }) => (
          <label key={one}>
            <input type="radio" name="look" checked={one === look} onChange={() => setLook(one)} />
            <span>{name}</span>
          </label>
        ))}
      </fieldset>
      {problem && (
        <Notice kind="mind" role="status">
          <p>{problem}</p>
        </Notice>
      )}
      <iframe
        ref={frame}
        className="letter-frame"
        title="The letter"
        src={first}
        sandbox="allow-scripts"
        hidden={look === "text"}
      />
      {look === "text" && (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, so that keys must reach it
        <section className="letter-frame letter-frame--text" aria-label="The letter" tabIndex={0}>
          <pre>{text}</pre>
        </section>
      )}
    </section>
  );
}
