import Link from "next/link";
import { Notice } from "#app/ui/notice.tsx";
import { isOwner, type Viewer } from "#lib/auth/proven.ts";
import { countStale } from "#lib/support/queries.ts";

/** To the owner: lines on Support now whose check is old. Nothing to anybody else, or while all is well. */
export async function SupportToCheck({ viewer, now }: { viewer: Viewer; now: number }) {
  const count = isOwner(viewer) ? await countStale(viewer, now) : 0;
  if (count === 0) return null;
  return (
    <Notice kind="mind" title="Support now should be checked">
      <p>
        {count === 1 ? "One line was" : `${count} lines were`} last checked more than 60 days ago.{" "}
        <Link href="/coach/practice/support" prefetch={false}>
          Look at them
        </Link>
      </p>
    </Notice>
  );
}
