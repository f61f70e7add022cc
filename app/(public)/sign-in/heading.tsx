import { type ReactNode, useEffect, useRef } from "react";

type HeadingProps = { id: string; isFirst?: boolean; children: ReactNode };

/** The heading of a step. One that takes another's place takes the focus as well, so that nobody is left behind. */
export function Heading({ id, isFirst = false, children }: HeadingProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (!isFirst) heading.current?.focus();
  }, [isFirst]);
  return (
    <h2 id={id} ref={heading} tabIndex={-1}>
      {children}
    </h2>
  );
}
