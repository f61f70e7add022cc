import type { Route } from "next";
import Link from "next/link";
import type { ReactNode } from "react";
import { Glyph, type GlyphName } from "./lines.tsx";

/** A list to run a finger down. */
export function Rows({ children }: { children: ReactNode }) {
  return <ul className="rows">{children}</ul>;
}

/** The whole row is the target; its name is the link. */
export function Row<Path extends string>({
  href,
  title,
  more,
  end,
  glyph,
}: {
  href: Route<Path>;
  title: ReactNode;
  more?: ReactNode;
  end?: ReactNode;
  glyph?: GlyphName;
}) {
  return (
    <li className={`row ${glyph ? "" : "row--bare"}`}>
      {glyph && <Glyph name={glyph} />}
      <div>
        <h3 className="row__title">
          <Link href={href} prefetch={false}>
            {title}
          </Link>
        </h3>
        {more && <p className="row__more">{more}</p>}
      </div>
      {end && <div className="row__end">{end}</div>}
    </li>
  );
}
