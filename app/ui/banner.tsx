import Link from "next/link";
import type { ReactNode } from "react";

/** A few words above the page, wherever in the portal one is. */
export function Banner({
  mind,
  label = "About this portal",
  children,
  aside,
}: {
  mind?: boolean;
  label?: string;
  children: ReactNode;
  aside?: ReactNode;
}) {
  return (
    <aside className={`banner ${mind ? "banner--mind" : ""}`} aria-label={label}>
      <div className="wrap">
        <p>{children}</p>
        {aside && <p className="banner__aside">{aside}</p>}
      </div>
    </aside>
  );
}

/** `children` take the place of the way to sign in. */
export function DemoBanner({ children }: { children?: ReactNode }) {
  const aside = children ?? (
    <Link href="/sign-in" prefetch={false}>
      How to sign in
    </Link>
  );
  return (
    <Banner mind aside={aside}>
      This is a demonstration. The people here are made up.
    </Banner>
  );
}
