"use client";

import { Notice } from "#app/ui/notice.tsx";
import type { Zone } from "#app/ui/zone-options.tsx";
import { UnsavedGuard } from "#app/unsaved.tsx";
import type { MailPreferences } from "#lib/mail/preferences/queries.ts";
import { AboutYou, type Offered, type Person } from "./about-you.tsx";
import { KeptStatus } from "./kept-status.tsx";
import { MailChoices, type Role } from "./mail-choices.tsx";
import { QuietHours } from "./quiet-hours.tsx";
import { useKeeping } from "./use-keeping.ts";

type AccountProps = {
  of: Role;
  person: Person;
  /** What a client may say of themselves. A coach is not asked. */
  offered?: Offered;
  preferences: MailPreferences;
  /** Where the zone is chosen here. */
  zones?: Zone[];
  now: number;
  /** How it went with a form that was sent without scripts. */
  sent: "kept" | "problem" | undefined;
};

/** What a person decides about themselves and their mail. */
export function Account({ of, person, offered, preferences, zones, now, sent }: AccountProps) {
  const you = useKeeping("/api/account/person");
  const mail = useKeeping("/api/account/mail");
  const quiet = useKeeping("/api/account/mail");
  const { zone } = person;
  return (
    <UnsavedGuard>
      <header className="page-head page-head--tight">
        <h1>Account</h1>
        <KeptStatus parts={[you, mail, quiet]} zone={zone} />
      </header>
      {sent && (
        <Notice className="mb-5" kind={sent === "kept" ? "know" : "mind"} role="status">
          <p>
            {sent === "kept"
              ? "Your changes are saved."
              : "That could not be saved, and nothing was changed. Please look at it once more."}
          </p>
        </Notice>
      )}
      <AboutYou
        person={person}
        offered={offered}
        nameLabel={of === "client" ? "What your coach calls you" : "Your name, as clients see it"}
        zones={zones}
        now={now}
        keeping={you}
      />
      <MailChoices of={of} preferences={preferences} keeping={mail} zone={zone} now={now} />
      <QuietHours of={of} preferences={preferences} keeping={quiet} zone={zone} />
    </UnsavedGuard>
  );
}
