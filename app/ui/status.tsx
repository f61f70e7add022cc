import type { ReactNode } from "react";
import { Icon } from "./icons.tsx";

/** Where saving is said, beside the thing saved. It is read out when it changes. */
export function Status({ done, children }: { done?: boolean; children: ReactNode }) {
  return (
    <p className="status" role="status">
      {done && <Icon name="done" />}
      {children}
    </p>
  );
}

/** The same words when the place is out of sight, with a way back. Never for what went wrong. */
export function Toast({ children, action }: { children: ReactNode; action?: ReactNode }) {
  return (
    <div className="toast" role="status">
      <span>{children}</span>
      {action}
    </div>
  );
}
