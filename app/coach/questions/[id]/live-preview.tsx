import { useEffect, useRef, useState } from "react";
import type { Question } from "#lib/questions/question.ts";
import type { Shown } from "./shown.ts";

/** What clients will see of what is typed: on a phone or a desk, in daylight or in the dark. */
export function LivePreview({ id, questions }: { id: string; questions: Question[] }) {
  const frame = useRef<HTMLIFrameElement>(null);
  const [isDark, setDark] = useState(false);
  const [isWide, setWide] = useState(false);

  useEffect(() => {
    const shown: Shown = { questions, look: isDark ? "dark" : "light" };
    const tell = () => frame.current?.contentWindow?.postMessage(shown, location.origin);
    tell();
    // The frame asks once it can listen.
    const answer = ({ source }: MessageEvent) => source === frame.current?.contentWindow && tell();
    addEventListener("message", answer);
    return () => removeEventListener("message", answer);
  }, [questions, isDark]);

  return (
    <section className="stack" aria-labelledby="seen">
      <h2 id="seen">As clients will see it</h2>
      <div className="set-looks">
        <Looks
          name="look"
          legend="Light"
          ways={["In daylight", "In the dark"]}
          isSecond={isDark}
          onChoose={setDark}
        />
        <Looks
          name="width"
          legend="Width"
          ways={["On a phone", "On a desk"]}
          isSecond={isWide}
          onChoose={setWide}
        />
      </div>
      <iframe
        ref={frame}
        className={isWide ? "set-frame set-frame--wide" : "set-frame"}
        title="The questions"
        src={`/coach/questions/${id}/preview`}
      />
    </section>
  );
}

type LooksProps = {
  name: string;
  legend: string;
  ways: [string, string];
  isSecond: boolean;
  onChoose: (isSecond: boolean) => void;
};

function Looks({ name, legend, ways, isSecond, onChoose }: LooksProps) {
  return (
    <fieldset className="looks">
      <legend className="unseen">{legend}</legend>
      {ways.map((way, at) => (
        <label key={way}>
          <input
            type="radio"
            name={name}
            checked={isSecond === (at === 1)}
            onChange={() => onChoose(at === 1)}
          />
          <span>{way}</span>
        </label>
      ))}
    </fieldset>
  );
}
