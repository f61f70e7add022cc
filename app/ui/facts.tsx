import type { ReactNode } from "react";

/** Which and what, set like the back of a title page. */
export function Facts({
  facts,
  tight,
}: {
  facts: readonly (readonly [term: string, detail: ReactNode])[];
  tight?: boolean;
}) {
  return (
    <dl className={`facts ${tight ? "facts--tight" : ""}`}>
      {facts.map(([term, detail]) => (
        <div key={term}>
          <dt>{term}</dt>
          <dd>{detail}</dd>
        </div>
      ))}
    </dl>
  );
}
