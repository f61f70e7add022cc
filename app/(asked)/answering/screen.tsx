import type { ReactNode } from "react";
import { GoLink } from "./go-link.tsx";

type Go = (id: string) => void;

type ScreenProps = {
  /** What its address names. It is the place that takes the focus. */
  id: string;
  isHere: boolean;
  isFirst?: boolean;
  before?: string;
  after?: string;
  go: Go;
  /** Given where it can be left blank. */
  skip?: { words: string; clear: () => void };
  children: ReactNode;
};

/** A screen on a phone, a part of the page on a desk. */
export function Screen({ id, isHere, isFirst, before, after, go, skip, children }: ScreenProps) {
  const look = `screen ${isHere ? "screen--here" : ""} ${isFirst ? "screen--first" : ""}`;
  return (
    <div className={look} data-screen={id}>
      {children}
      <div className="screen__foot">
        {before ? (
          <GoLink className="button button--quiet screen__go" to={before} go={go}>
            Back
          </GoLink>
        ) : (
          <span className="screen__go" />
        )}
        {skip && after && (
          <GoLink
            className="button button--quiet screen__skip"
            to={after}
            go={go}
            onClick={skip.clear}
            aria-label={`Skip: ${skip.words}`}
          >
            Skip
          </GoLink>
        )}
        {after && (
          <GoLink className="button button--act screen__go screen__next" to={after} go={go}>
            Next
          </GoLink>
        )}
      </div>
    </div>
  );
}
