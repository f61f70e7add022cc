import type { Route } from "next";
import Link from "next/link";
import { elsewhereWords, isSameClock } from "#app/ui/when.tsx";
import { standingOf } from "#lib/bookings/standing.ts";
import type { ClientHead } from "#lib/desk/find-client.ts";
import type { Said } from "#lib/desk/timeline/items.ts";
import { clockWords, lengthWords } from "#lib/time/words.ts";

type AboutSessionProps = {
  id: string;
  said: Extract<Said, { kind: "session" }>["said"];
  isNext: boolean;
  client: ClientHead;
  now: number;
};

export function AboutSession({ id, said, isNext, client, now }: AboutSessionProps) {
  const { start, end, late, status, type } = said;
  const { zone: theirs, coachZone: here } = client;
  const elsewhere = isSameClock(start, theirs, here) ? "" : `, ${elsewhereWords(start, theirs, here)}`;
  const length = lengthWords((end - start) / 60_000);
  const words = {
    held: "Held for them",
    asked: `Asked for, you decide: ${clockWords(start, here)}${elsewhere}`,
    ahead: `${isNext ? "Next: " : ""}${clockWords(start, here)}${elsewhere}`,
    now: `Now, until ${clockWords(end, here)}`,
    over: `Held, ${length}`,
    missed: "Did not come",
    cancelled: late ? "Called off late" : "Cancelled",
    declined: "Declined",
    expired: "Not answered in time",
  }[standingOf({ status, during: said }, now)];
  return (
    <>
      <p className="timeline__title">
        <Link href={`/coach/sessions/${id}` as Route} prefetch={false}>
          {type}
        </Link>
      </p>
      <p className="quiet small">{words}</p>
    </>
  );
}
