import type { ComponentProps, ReactNode } from "react";

export function Choices({ children, two }: { children: ReactNode; two?: boolean }) {
  return <div className={`choices ${two ? "choices--two" : ""}`}>{children}</div>;
}

/** A radio with room to explain itself, in one line at most. At most seven in a group. */
export function Choice({
  title,
  more,
  ...input
}: { title: ReactNode; more?: ReactNode; name: string } & Omit<
  ComponentProps<"input">,
  "type" | "className" | "title"
>) {
  return (
    <label className="choice">
      <input {...input} type="radio" />
      <span className="choice__name">{title}</span>
      {more && <span className="choice__more">{more}</span>}
    </label>
  );
}
