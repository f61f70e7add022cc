import type { Route } from "next";
import Link from "next/link";

type Coach = { id: string; name: string };

/** The coach that the address names, or the first. */
export function chosenCoach(coaches: readonly Coach[], named: string | string[] | undefined) {
  return coaches.find(({ id }) => id === named) ?? (named ? undefined : coaches[0]);
}

/** Where a client goes a way with several coaches, each has a list of their own. */
export function WhichCoach({
  coaches,
  here,
  path,
}: {
  coaches: readonly Coach[];
  here: string;
  path: string;
}) {
  if (coaches.length < 2) return null;
  return (
    <nav className="ways" aria-label="With whom">
      {coaches.map(({ id, name }) => (
        <Link
          key={id}
          href={`${path}?with=${id}` as Route}
          prefetch={false}
          aria-current={id === here ? "page" : undefined}
        >
          With {name}
        </Link>
      ))}
    </nav>
  );
}
