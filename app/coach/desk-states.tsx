import { Badge } from "#app/ui/badge.tsx";
import { dateOf } from "#app/ui/when.tsx";
import { standingOf } from "#lib/bookings/standing.ts";
import type { DeskEntry, GateState } from "#lib/desk/today.ts";

type StatesProps = {
  entry: DeskEntry;
  toTalkAbout: { name: string; count: number }[];
  gate: GateState | undefined;
  zone: string;
  now: number;
};

/** Whether the reflection is in, what waits for a talk, what the day still waits for, and how the note stands. */
export function DeskStates({ entry, toTalkAbout, gate, zone, now }: StatesProps) {
  const standing = standingOf(entry, now);
  const isToCome = standing === "ahead" || standing === "now";
  return (
    <>
      {standing === "over" && entry.note !== "finished" && (
        <Badge kind="held">{entry.note === "none" ? "Note not begun" : "Note not finished"}</Badge>
      )}
      {isToCome && <Reflections entry={entry} zone={zone} now={now} />}
      {toTalkAbout.map(({ name, count }) => (
        <Badge key={name} kind="talk">
          {count} to talk about{entry.attendees.length > 1 && `, ${name} only`}
        </Badge>
      ))}
      {isToCome && entry.attendees.length > 0 && toTalkAbout.length === 0 && (
        <Badge kind="plain">No open flags</Badge>
      )}
      {gate && <Badge kind="plain">{gateWords(gate)}</Badge>}
    </>
  );
}

function Reflections({ entry, zone, now }: Pick<StatesProps, "entry" | "zone" | "now">) {
  if (!entry.isAsked) return null;
  const isAlone = entry.attendees.length === 1;
  return entry.attendees.map(({ id, name }) => {
    const shared = entry.shared.find(({ by }) => by === id);
    const whose = isAlone ? "Reflection" : `${name}’s reflection`;
    return shared ? (
      <Badge key={id} kind="done">
        {whose} in, {dateOf(shared.at, zone, now)}
      </Badge>
    ) : (
      <Badge key={id}>{whose} not yet</Badge>
    );
  });
}

/** "Gate: 2 things left, you act next". */
export function gateWords({ left, who }: GateState): string {
  if (left === 0) return "Gate: nothing left";
  return `Gate: ${left === 1 ? "1 thing" : `${left} things`} left, ${who === "client" ? "they act next" : "you act next"}`;
}
