import type { ReactNode } from "react";

type StepText = { title: string; text: ReactNode };

/** What happens, in order. Across for three short ones on a wide screen. */
export function Steps({ steps, across }: { steps: readonly StepText[]; across?: boolean }) {
  return (
    <ol className={`steps ${across ? "steps--across" : ""}`}>
      {steps.map(({ title, text }) => (
        <li key={title}>
          <div>
            <h3>{title}</h3>
            <div className="steps__text">{text}</div>
          </div>
        </li>
      ))}
    </ol>
  );
}
