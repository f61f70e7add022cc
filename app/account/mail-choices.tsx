"use client";

import { Always, Switch, Switches } from "#app/ui/switch.tsx";
import { clockOf } from "#lib/availability/hours.ts";
import type { SwitchableClass } from "#lib/mail/letters.ts";
import type { MailPreferences } from "#lib/mail/preferences/queries.ts";
import { KeptPart } from "./kept-part.tsx";
import { always, mailKinds } from "./mail-kinds.ts";
import { hoursOfDay, MinutesField } from "./minutes-field.tsx";
import { OutsideChoice } from "./outside-choice.tsx";
import { ReminderTimes } from "./reminder-times.tsx";
import { useChosen } from "./use-chosen.ts";
import type { Keeping } from "./use-keeping.ts";

export type Role = "client" | "coach";

const kindsFor: Record<Role, { always: (keyof typeof always)[]; switched: SwitchableClass[] }> = {
  client: { always: ["account", "booking"], switched: ["reminders", "questions", "checkIns", "lessons"] },
  coach: { always: ["account"], switched: ["desk", "overview"] },
};

type MailChoicesProps = {
  of: Role;
  preferences: MailPreferences;
  keeping: Keeping;
  zone: string;
  now: number;
};

const noon = 12 * 60;

/** Which mail comes, how early, and what it says on the outside. */
export function MailChoices({ of, preferences, keeping, zone, now }: MailChoicesProps) {
  const { chosen, choose } = useChosen(preferences, keeping);
  const kinds = kindsFor[of];
  return (
    <KeptPart id="mail" title="Mail" keeping={keeping}>
      <p className="measure mb-4">
        Each kind has its own switch.{of === "client" && " No mail holds anything you wrote."}
      </p>
      <Switches>
        {kinds.always.map((kind) => (
          <Always key={kind} name={kind} {...always[kind]} />
        ))}
        {kinds.switched.map((kind) => (
          <Switch
            key={kind}
            name={kind}
            {...mailKinds[kind]}
            checked={chosen[kind]}
            onChange={(event) => choose({ [kind]: event.target.checked })}
          />
        ))}
      </Switches>
      {of === "client" ? (
        <ReminderTimes chosen={chosen} choose={choose} />
      ) : (
        <MinutesField
          className="mt-6"
          name="overviewAt"
          label="When the day ahead comes"
          choices={hoursOfDay.filter(([minutes]) => minutes < noon)}
          otherwise={clockOf}
          value={chosen.overviewAt}
          onChange={(overviewAt) => choose({ overviewAt })}
        />
      )}
      <OutsideChoice
        saysWhen={chosen.saysWhen}
        onChange={(saysWhen) => choose({ saysWhen })}
        zone={zone}
        now={now}
      />
    </KeptPart>
  );
}
