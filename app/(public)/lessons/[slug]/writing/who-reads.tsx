import { Badge } from "#app/ui/badge.tsx";
import { namesOf } from "#app/ui/when.tsx";
import type { NamedReader, Share } from "#lib/reflections/in-lessons/queries.ts";

/** Said under every box: who can read what stands in it. */
export function WhoReads({ shares, readers }: { shares: Share[]; readers: NamedReader[] }) {
  const shown = shares.filter(({ isTakenBack }) => !isTakenBack);
  const newest = readers.filter(({ id }) =>
    shown.some(({ readerId, isNewest }) => isNewest && readerId === id),
  );
  if (newest.length > 0)
    return <Badge kind="private">{namesOf([{ name: "You" }, ...newest])} can read this</Badge>;
  const isOlderShown = readers.some(({ id }) => shown.some(({ readerId }) => readerId === id));
  return (
    <Badge kind="private">
      {isOlderShown ? "Only you can read the newer words" : "Only you can read this"}
    </Badge>
  );
}
