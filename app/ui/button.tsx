import type { Route } from "next";
import Link from "next/link";
import type { ComponentProps, ReactNode } from "react";

/** At most one `act` in a view; `plain` beside it; `quiet` for the rest. */
type Look = "act" | "plain" | "quiet";

const classes = (look: Look, more?: string) => `button button--${look}${more ? ` ${more}` : ""}`;

export function Button({
  look = "act",
  className,
  type = "submit",
  ...rest
}: ComponentProps<"button"> & { look?: Look }) {
  return <button type={type} className={classes(look, className)} {...rest} />;
}

/** A page of ours, dressed as a button. */
export function ButtonLink<Path extends string>({
  look = "act",
  href,
  className,
  children,
}: {
  look?: Look;
  href: Route<Path>;
  className?: string;
  children: ReactNode;
}) {
  return (
    <Link className={classes(look, className)} href={href} prefetch={false}>
      {children}
    </Link>
  );
}

/** Everything that is not a page of ours: a number to call, a file to keep, another site, a place on this page. */
export function ButtonAnchor({
  look = "plain",
  className,
  ...rest
}: ComponentProps<"a"> & { look?: Look; href: string }) {
  return <a className={classes(look, className)} rel="noreferrer" {...rest} />;
}

export function Actions({ children, className = "" }: { children: ReactNode; className?: string }) {
  return <div className={`actions ${className}`}>{children}</div>;
}
