"use client";

import { GoLink } from "#app/(asked)/answering/go-link.tsx";
import { Card } from "#app/ui/card.tsx";
import { Icon } from "#app/ui/icons.tsx";
import { useAsked } from "./answering-beside.tsx";

/** Said beside the questions all along: who can read what is written there. */
export function WhoReads({ go, lookAt }: { go: (id: string) => void; lookAt: string }) {
  const asked = useAsked();
  const { coachName } = asked.session;
  return (
    <aside className="asked-aside" aria-label="About this page">
      <Card className="stack" aria-labelledby="who-reads">
        <h2 id="who-reads">Who can read this</h2>
        {asked.share ? (
          <p className="reads">
            <Icon name="read" />
            <span>What you shared: you and {coachName}</span>
          </p>
        ) : (
          <>
            <p className="reads">
              <Icon name="lock" />
              <span>Now: only you</span>
            </p>
            <p className="reads">
              <Icon name="read" />
              <span>Once you share: you and {coachName}</span>
            </p>
          </>
        )}
        <p className="small quiet">
          {asked.partner
            ? `${asked.partner.name} never reads it, but for a question where you switch that on. `
            : "Never anyone else, and never in a mail. "}
          What you have not shared can’t be seen by {coachName}.{" "}
          <GoLink to={lookAt} go={go}>
            See what {coachName} will see
          </GoLink>
        </p>
      </Card>
      <p className="small quiet">
        Saved as you type. Leave when you like; your words stay. Please leave out names of substances.
      </p>
    </aside>
  );
}
