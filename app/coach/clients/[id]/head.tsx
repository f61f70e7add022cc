import type { Route } from "next";
import { Actions, ButtonLink } from "#app/ui/button.tsx";
import type { ClientHead } from "#lib/desk/find-client.ts";
import { clockWords } from "#lib/time/words.ts";
import { fullZoneWords } from "#lib/time/zones.ts";

type HeadProps = { client: ClientHead; now: number };

/** Who this is, as they wish to be called, their clock, and the ways on. */
export function Head({ client: { id, name, zone, pronouns, languages, next, journeyId }, now }: HeadProps) {
  const offered = [pronouns, languages].filter(Boolean).map((words) => `${words}. `);
  return (
    <div className="desk-head desk-head--tight">
      <div>
        <h1 className="break-words">{name}</h1>
        <p className="quiet break-words">
          {offered}
          {fullZoneWords(zone)}: it is {clockWords(now, zone)} there.
        </p>
      </div>
      <Actions>
        {next && (
          <ButtonLink look="act" href={`/coach/sessions/${next.id}` as Route}>
            Before the session
          </ButtonLink>
        )}
        <ButtonLink look="plain" href={`/coach/calendar/book?for=${journeyId}` as Route}>
          Book for {name}
        </ButtonLink>
        <ButtonLink look="plain" href={`/coach/clients/${id}/screening` as Route}>
          Health questions
        </ButtonLink>
        <ButtonLink look="plain" href={`/coach/clients/${id}/mail` as Route}>
          See mail to {name}
        </ButtonLink>
      </Actions>
    </div>
  );
}
