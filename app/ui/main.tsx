import type { ReactNode } from "react";

/** The part of the page that changes. `full` lets its sections reach the edges and bring their own `wrap`. */
export function Main({
  children,
  full,
  className = "",
}: {
  children: ReactNode;
  full?: boolean;
  className?: string;
}) {
  return (
    <main id="main" tabIndex={-1} className={`${full ? "" : "wrap"} ${className}`}>
      {children}
    </main>
  );
}

export function PageHead({
  title,
  lead,
  badge,
  children,
  tight,
}: {
  title: ReactNode;
  /** Read, in the serif. What is only to be noted goes into `children`. */
  lead?: ReactNode;
  badge?: ReactNode;
  children?: ReactNode;
  tight?: boolean;
}) {
  return (
    <header className={`page-head ${tight ? "page-head--tight" : ""}`}>
      {badge}
      <h1>{title}</h1>
      {lead && <p className="lead">{lead}</p>}
      {children}
    </header>
  );
}
