"use client";

import { clockOf } from "#lib/availability/hours.ts";
import type { MailPreferences } from "#lib/mail/preferences/queries.ts";
import { fullZoneWords } from "#lib/time/zones.ts";
import { KeptPart } from "./kept-part.tsx";
import type { Role } from "./mail-choices.tsx";
import { hoursOfDay, MinutesField } from "./minutes-field.tsx";
import { useChosen } from "./use-chosen.ts";
import type { Keeping } from "./use-keeping.ts";

type QuietHoursProps = { of: Role; preferences: MailPreferences; keeping: Keeping; zone: string };

/** When mail waits. */
export function QuietHours({ of, preferences, keeping, zone }: QuietHoursProps) {
  const { chosen, choose } = useChosen(preferences, keeping);
  const hours = { choices: hoursOfDay, otherwise: clockOf };
  return (
    <KeptPart id="quiet-hours" title="Quiet hours" keeping={keeping}>
      <p className="measure mb-4">
        {of === "client"
          ? "Mail waits in these hours, in your own zone. A reminder that would fall into them comes before they begin. What you ask for yourself, and what changes a meeting, comes at once."
          : `Mail about your book waits in these hours, in ${fullZoneWords(zone)}, unless you need it before they end. The day ahead comes at its own hour.`}
      </p>
      <div className="pair-of-fields">
        <MinutesField
          {...hours}
          name="quietFrom"
          label="From"
          value={chosen.quietFrom}
          onChange={(quietFrom) => choose({ quietFrom })}
        />
        <MinutesField
          {...hours}
          name="quietUntil"
          label="Until"
          value={chosen.quietUntil}
          onChange={(quietUntil) => choose({ quietUntil })}
        />
      </div>
      <p className="small quiet measure mt-4" role="status">
        {chosen.quietFrom === chosen.quietUntil && "The same hour twice: no hour is quiet."}
      </p>
      {of === "client" && (
        <p className="small quiet measure">
          From the evening before a day together with your coach until two days after it, only practical mail
          goes out.
        </p>
      )}
    </KeptPart>
  );
}
