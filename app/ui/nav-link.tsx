"use client";

import type { Route } from "next";
import Link from "next/link";
import { usePathname } from "next/navigation";
import type { ReactNode } from "react";

/** A link that knows when it is where we are. Section links also answer for the pages beneath them. */
export function NavLink({
  href,
  section,
  className,
  children,
}: {
  href: Route;
  section?: boolean;
  className?: string;
  children: ReactNode;
}) {
  const path = usePathname();
  const here = path === href || (section === true && path.startsWith(`${href}/`));
  return (
    <Link href={href} prefetch={false} className={className} aria-current={here ? "page" : undefined}>
      {children}
    </Link>
  );
}
