import { type ReactNode, useEffect, useRef } from "react";

/** The heading of a step that has just taken another's place: focus goes with it, so that nobody is left behind. */
export function Heading({ id, children }: { id: string; children: ReactNode }) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <h2 id={id} ref={heading} tabIndex={-1}>
      {children}
    </h2>
  );
}
