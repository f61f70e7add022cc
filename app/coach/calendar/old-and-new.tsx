import { Facts } from "#app/ui/facts.tsx";
import { isSameClock } from "#app/ui/when.tsx";
import { clockWords, dayWords } from "#lib/time/words.ts";
import { placeWords, zoneWords } from "#lib/time/zones.ts";
import type { Movable } from "./session-item.ts";

/** Both times of a session, on the coach's clock and on that of each who comes. `start` is not known while it is typed. */
export function OldAndNew({
  session,
  start,
  zone,
}: {
  session: Movable;
  start: number | undefined;
  zone: string;
}) {
  const length = session.end - session.start;
  const when = (at: number, in_: string) =>
    `${dayWords(at, in_)}, ${clockWords(at, in_)} to ${clockWords(at + length, in_)}`;
  const others = session.theirZones.filter(
    (their) =>
      !isSameClock(session.start, their, zone) || (start !== undefined && !isSameClock(start, their, zone)),
  );
  return (
    <Facts
      tight
      facts={[
        ["Until now", when(session.start, zone)],
        ["Then", start === undefined ? "Not known yet" : <strong key="then">{when(start, zone)}</strong>],
        ["In", zoneWords(zone)],
        ...others.map(
          (their) =>
            [
              `In ${placeWords(their)}`,
              `${when(session.start, their)}${start === undefined ? "" : `, then ${when(start, their)}`}`,
            ] as const,
        ),
      ]}
    />
  );
}
