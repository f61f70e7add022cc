import type { ReactNode } from "react";
import { Icon } from "./icons.tsx";

/** To know, to mind, or to be cared for. `role="alert"` only for what answers something the person just did. */
export function Notice({
  kind = "know",
  title,
  level = 2,
  role,
  className = "",
  children,
}: {
  kind?: "know" | "mind" | "care";
  title?: ReactNode;
  level?: 2 | 3;
  role?: "alert" | "status";
  className?: string;
  children?: ReactNode;
}) {
  const Heading = level === 2 ? "h2" : "h3";
  return (
    <div className={`notice notice--${kind} ${className}`} role={role}>
      <Icon name={kind === "mind" ? "clock" : "know"} />
      <div className="notice__body">
        {title && <Heading>{title}</Heading>}
        {children}
      </div>
    </div>
  );
}
