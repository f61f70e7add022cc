"use client";

import { type ReactNode, useState } from "react";
import { Actions, Button, ButtonLink } from "#app/ui/button.tsx";
import { Choice, Choices } from "#app/ui/choice.tsx";
import { TextField } from "#app/ui/field.tsx";
import { dateOf } from "#app/ui/when.tsx";
import { clockWords } from "#lib/time/words.ts";
import { zoneWords } from "#lib/time/zones.ts";
import { useAsked } from "./answering-beside.tsx";
import { fieldsAt, instantOf } from "./share-times.ts";
import type { Acts } from "./use-acts.ts";

type Props = { later: number | undefined; now: number; acts: Acts; isComplete: boolean; children: ReactNode };
type When = "now" | "later" | "never";

/** Now, at a chosen time before the session, or not at all. */
export function ShareForm({ later, now, acts, isComplete, children }: Props) {
  const asked = useAsked();
  const { about, session, zone } = asked;
  const [when, setWhen] = useState<When>("now");
  const [on, setOn] = useState(() => fieldsAt(later ?? now, zone));
  const [isWrong, setWrong] = useState(false);
  const { coachName, start } = session;
  const path = `/sessions/${about.bookingId}` as const;
  const at = instantOf(on, zone);
  const isPossible = at !== undefined && at > now && at < start;
  const canChoose = about.kind === "session" && start > now;

  function share() {
    setWrong(when === "later" && !isPossible);
    if (when === "now") acts.share(null);
    else if (isPossible) acts.share(at);
  }

  const option = (value: When) => ({
    name: "when",
    value,
    checked: when === value,
    onChange: () => setWhen(value),
  });
  return (
    <>
      {canChoose && (
        <fieldset>
          <legend className="unseen">When to share</legend>
          <Choices>
            <Choice {...option("now")} title="Now" more={`${coachName} can read it when looking next.`} />
            {later !== undefined && (
              <Choice
                {...option("later")}
                title={
                  isPossible
                    ? `On ${dateOf(at, zone, now)} at ${clockWords(at, zone)}`
                    : "On a day that you choose"
                }
                more={`${zoneWords(zone)}. Nobody else can read it before that. You can choose another day and hour.`}
              />
            )}
            <Choice
              {...option("never")}
              title="Keep it to myself"
              more={`You meet on ${dateOf(start, zone, now).split(" ")[0]} either way.`}
            />
          </Choices>
        </fieldset>
      )}
      {canChoose && when === "later" && (
        <div className="share-on">
          <TextField
            name="share-day"
            type="date"
            label="Day"
            min={fieldsAt(now, zone).date}
            max={fieldsAt(start, zone).date}
            value={on.date}
            onChange={({ target }) => setOn({ ...on, date: target.value })}
            error={isWrong && !isPossible ? "Please choose a time from now until you meet." : undefined}
          />
          <TextField
            name="share-hour"
            type="time"
            label="Hour"
            value={on.time}
            onChange={({ target }) => setOn({ ...on, time: target.value })}
          />
        </div>
      )}
      {children}
      <Actions>
        {when === "never" ? (
          <ButtonLink href={path}>Keep it, and leave</ButtonLink>
        ) : (
          isComplete && (
            <Button type="button" aria-disabled={acts.isActing || undefined} onClick={share}>
              Share with {coachName}
            </Button>
          )
        )}
        {about.kind === "check_in" && (
          <ButtonLink look="quiet" href={path}>
            Not today
          </ButtonLink>
        )}
        {when !== "never" && isComplete && <span className="small quiet">You can take it back.</span>}
      </Actions>
    </>
  );
}
