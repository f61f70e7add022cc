import { Actions, Button, ButtonLink } from "#app/ui/button.tsx";
import { Refused } from "#app/ui/refused.tsx";
import { clockWords, dayWords } from "#lib/time/words.ts";
import type { MovedMeeting } from "./move-form.tsx";
import type { Moving } from "./use-moving.ts";

type OldAndNewProps = { meeting: MovedMeeting; zone: string; moving: Moving };

/** The time that stands and the one that would take its place, both in view while times are looked at. */
export function OldAndNew({ meeting, zone, moving }: OldAndNewProps) {
  const { start, problem, isSending } = moving;
  return (
    <aside className="chosen card exchange" aria-labelledby="chosen">
      <h2 id="chosen">Old time and new</h2>
      <dl className="exchange__times">
        <div>
          <dt>It stands at</dt>
          <dd>{whenWords(meeting.start, zone)}</dd>
        </div>
        <div>
          <dt>It would be</dt>
          <dd aria-live="polite">{start ? whenWords(Date.parse(start), zone) : "Choose a time"}</dd>
        </div>
      </dl>
      {problem && <Refused error={problem} />}
      <Actions>
        <Button aria-disabled={isSending || undefined}>
          {meeting.isShared || meeting.isAsked ? "Ask for this time" : "Move to this time"}
        </Button>
        <ButtonLink look="plain" href={`/sessions/${meeting.id}`}>
          Keep the old time
        </ButtonLink>
      </Actions>
    </aside>
  );
}

function whenWords(at: number, zone: string) {
  return (
    <time dateTime={new Date(at).toISOString()}>
      {dayWords(at, zone)}, {clockWords(at, zone)}
    </time>
  );
}
