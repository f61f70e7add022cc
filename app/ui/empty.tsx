import type { ReactNode } from "react";
import { Lines } from "./lines.tsx";

/** The lines at rest, one plain sentence, one way on. */
export function Empty({ children, action }: { children: ReactNode; action?: ReactNode }) {
  return (
    <div className="empty">
      <Lines drawing="rest" />
      <p>{children}</p>
      {action}
    </div>
  );
}
