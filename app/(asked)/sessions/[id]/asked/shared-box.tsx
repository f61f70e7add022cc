"use client";

import { useAnswering } from "#app/(asked)/answering/answering.tsx";
import { Actions, Button, ButtonLink } from "#app/ui/button.tsx";
import { dateOf } from "#app/ui/when.tsx";
import type { AskedPage, Shared } from "#lib/reflections/asked/queries.ts";
import { clockWords } from "#lib/time/words.ts";
import { zoneWords } from "#lib/time/zones.ts";
import { useAsked } from "./answering-beside.tsx";
import { openedWords } from "./opened-words.ts";
import type { Acts } from "./use-acts.ts";

type Props = { share: Shared; acts: Acts; isComplete: boolean; now: number };

/** What stands with the coach, and whether it was opened. */
export function SharedBox({ share, acts, isComplete, now }: Props) {
  const asked = useAsked();
  const { keeping } = useAnswering();
  const { about, session, zone } = asked;
  const { coachName } = session;
  const when = (at: number) => `${dateOf(at, zone, now)}, ${clockWords(at, zone)}`;
  const isWaiting = share.readableFrom > now;
  const isOlder = !share.isNewest || keeping.isUnsaved();
  return (
    <div className="reply">
      <p>
        {when(share.sharedAt)}, {zoneWords(zone)}. {openedWords(share, coachName, when, isWaiting)}
      </p>
      {isOlder && (
        <p>You changed something since. {coachName} is shown it as it stood then, until you share it anew.</p>
      )}
      <Actions>
        {isOlder && isComplete && (
          <Button
            type="button"
            aria-disabled={acts.isActing || undefined}
            onClick={() => acts.share(isWaiting ? share.readableFrom : null)}
          >
            Share the newer answers
          </Button>
        )}
        <Button
          type="button"
          look="plain"
          aria-disabled={acts.isActing || undefined}
          onClick={() => acts.takeBack(share.id)}
        >
          Take it back
        </Button>
        <ButtonLink look="quiet" href={`/sessions/${about.bookingId}`}>
          To your meeting
        </ButtonLink>
      </Actions>
    </div>
  );
}

type TakenBackProps = { takenBack: NonNullable<AskedPage["takenBack"]>; acts: Acts };

export function TakenBackBox({ takenBack, acts }: TakenBackProps) {
  const { coachName } = useAsked().session;
  return (
    <div className="reply">
      <p className="reply__first">It is only yours again</p>
      <p>
        {takenBack.wasOpened
          ? `It had been opened. ${coachName} may remember it. From now on ${coachName} won’t see it here.`
          : "It was not opened. All your words are kept here, for you alone."}
      </p>
      {takenBack.canUndo && (
        <Actions>
          <Button
            type="button"
            look="plain"
            aria-disabled={acts.isActing || undefined}
            onClick={() => acts.undo(takenBack.id)}
          >
            Undo: let {coachName} read it again
          </Button>
        </Actions>
      )}
    </div>
  );
}
