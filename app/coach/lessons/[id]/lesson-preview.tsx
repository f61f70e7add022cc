import type { Route } from "next";
import Link from "next/link";
import { useEffect, useRef, useState } from "react";

const looks = [
  { look: "light", name: "In daylight" },
  { look: "dark", name: "In the dark" },
] as const;
const widths = [
  { width: "phone", name: "On a phone" },
  { width: "full", name: "On a desk" },
] as const;
export type Width = (typeof widths)[number]["width"];

type Props = {
  lessonId: string;
  language: string;
  /** What is saved: with each one the frame shows the page anew. */
  revision: number;
  width: Width;
  onWidth: (width: Width) => void;
};

/** The lesson as readers will see it, as it was saved last. */
export function LessonPreview({ lessonId, language, revision, width, onWidth }: Props) {
  const [look, setLook] = useState<(typeof looks)[number]["look"]>("light");
  const frame = useRef<HTMLIFrameElement>(null);
  const shown = useRef(revision);
  const path = `/coach/lessons/${lessonId}/preview?in=${language}`;
  useEffect(() => {
    if (shown.current === revision) return;
    shown.current = revision;
    // Of the same page, so that it stays where it was scrolled to.
    frame.current?.contentWindow?.location.reload();
  }, [revision]);
  return (
    <section className="lesson-preview stack" aria-labelledby="seen">
      <h2 id="seen">As readers will see it</h2>
      <div className="lesson-preview__looks">
        <Radios
          name="look"
          legend="By which light"
          choices={looks.map(({ look: value, name }) => ({ value, name }))}
          chosen={look}
          onChoose={setLook}
        />
        <Radios
          name="width"
          legend="How wide"
          choices={widths.map(({ width: value, name }) => ({ value, name }))}
          chosen={width}
          onChoose={onWidth}
        />
      </div>
      <iframe
        ref={frame}
        className={`lesson-frame lesson-frame--${width}`}
        title="The lesson"
        src={`${path}&look=${look}`}
      />
      <p className="quiet small">
        It shows what is saved.{" "}
        <Link href={path as Route} target="_blank" prefetch={false}>
          Open it in a window of its own
        </Link>
      </p>
    </section>
  );
}

type RadiosProps<T extends string> = {
  name: string;
  legend: string;
  choices: { value: T; name: string }[];
  chosen: T;
  onChoose: (value: T) => void;
};

/** Two or three ways to look at something, one of them chosen. */
export function Radios<T extends string>({ name, legend, choices, chosen, onChoose }: RadiosProps<T>) {
  return (
    <fieldset className="looks">
      <legend className="unseen">{legend}</legend>
      {choices.map(({ value, name: words }) => (
        <label key={value}>
          <input type="radio" name={name} checked={chosen === value} onChange={() => onChoose(value)} />
          <span>{words}</span>
        </label>
      ))}
    </fieldset>
  );
}
