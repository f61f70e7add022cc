import type { ReactNode } from "react";

type TimelineStep = {
  key: string;
  when: ReactNode;
  title: ReactNode;
  text: ReactNode;
  /** Only agrees with what the text says. */
  look: "past" | "here" | "ahead" | "open";
};

/** What was, what comes and what is offered, one under another. */
export function Timeline({ steps }: { steps: readonly TimelineStep[] }) {
  return (
    <ol className="timeline">
      {steps.map(({ key, when, title, text, look }) => (
        <li key={key} className={`is-${look}`}>
          <p className="timeline__when">{when}</p>
          <p className="timeline__title">{title}</p>
          <p className="quiet small">{text}</p>
        </li>
      ))}
    </ol>
  );
}
