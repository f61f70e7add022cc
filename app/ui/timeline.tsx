import type { ReactNode } from "react";

type TimelineEntry = {
  key: string;
  state: "past" | "next" | "ahead" | "open";
  when: ReactNode;
  what: ReactNode;
  /** Says in words what the mark on the line says: held, next, offered. */
  more: ReactNode;
};

export function Timeline({ entries, narrow }: { entries: readonly TimelineEntry[]; narrow?: boolean }) {
  return (
    <ol className={`timeline ${narrow ? "timeline--narrow" : ""}`}>
      {entries.map(({ key, state, when, what, more }) => (
        <li key={key} className={`is-${state}`}>
          <p className="timeline__when">{when}</p>
          <div className="timeline__what">
            <p>{what}</p>
            <p className="quiet">{more}</p>
          </div>
        </li>
      ))}
    </ol>
  );
}
