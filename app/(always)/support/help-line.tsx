import type { ReactNode } from "react";

/** Who it is, what happens when someone calls, and the ways to reach them with the number written out. */
export function HelpLine({
  name,
  text,
  checked,
  children,
}: {
  name: string;
  text: string;
  checked?: string;
  children?: ReactNode;
}) {
  return (
    <li>
      <h3>{name}</h3>
      <p className="small">{text}</p>
      {checked && <p className="small quiet">{checked}</p>}
      {children && <div className="reach">{children}</div>}
    </li>
  );
}
