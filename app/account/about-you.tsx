"use client";

import { useRouter } from "next/navigation";
import { useEffect, useState } from "react";
import { SelectField, TextField } from "#app/ui/field.tsx";
import { type Zone, ZoneOptions } from "#app/ui/zone-options.tsx";
import { KeptPart } from "./kept-part.tsx";
import type { Keeping } from "./use-keeping.ts";
import { ZoneNow } from "./zone-now.tsx";

export type Person = { name: string; zone: string };
export type Offered = { pronouns: string; languages: string };

type AboutYouProps = {
  person: Person;
  offered: Offered | undefined;
  nameLabel: string;
  /** To choose from; undefined where the zone is kept elsewhere. */
  zones?: Zone[] | undefined;
  now: number;
  keeping: Keeping;
};

/** What they are called, and the zone they read times in. */
export function AboutYou({ person, offered, nameLabel, zones, now, keeping }: AboutYouProps) {
  const router = useRouter();
  const [name, setName] = useState(person.name);
  const [sentName, setSentName] = useState(person.name);
  const [zone, setZone] = useState(person.zone);
  const { error, keptAt, keep } = keeping;

  // The other parts of the page tell times in the zone.
  useEffect(() => {
    if (keptAt) router.refresh();
  }, [keptAt, router]);

  function keepName() {
    if (name === sentName) return;
    setSentName(name);
    keep({ name });
  }

  return (
    <KeptPart id="you" title="You" keeping={keeping} isTyped={name !== sentName} onSubmit={keepName}>
      <div className="form-grid">
        <TextField
          name="name"
          label={nameLabel}
          autoComplete="given-name"
          maxLength={80}
          required
          value={name}
          onChange={(event) => setName(event.target.value)}
          onBlur={keepName}
          error={error?.field === "name" ? error.message : undefined}
        />
        {offered && <OfferedFields offered={offered} keeping={keeping} />}
        {zones && (
          <SelectField
            className="span"
            name="zone"
            label="Your time zone"
            hint={
              <>
                <ZoneNow zone={zone} now={now} /> All times here and in mails are told in it. Meetings don’t
                move when you change it.
              </>
            }
            value={zone}
            onChange={(event) => {
              setZone(event.target.value);
              keep({ zone: event.target.value });
            }}
            error={error?.field === "zone" ? error.message : undefined}
          >
            <ZoneOptions zones={zones} value={zone} />
          </SelectField>
        )}
      </div>
    </KeptPart>
  );
}

/** Only what somebody wants to say. Each is kept when it is left. */
function OfferedFields({ offered, keeping: { error, keep } }: { offered: Offered; keeping: Keeping }) {
  const fields = [
    { name: "pronouns", label: "Your pronouns", hint: "If you like. Your coach sees it." },
    { name: "languages", label: "Languages you speak", hint: "If you like. Your coach sees it." },
  ] as const;
  const [sent, setSent] = useState(offered);

  function keepOne(name: keyof Offered, value: string) {
    if (value === sent[name]) return;
    setSent({ ...sent, [name]: value });
    keep({ [name]: value });
  }

  return fields.map(({ name, label, hint }) => (
    <TextField
      key={name}
      name={name}
      label={label}
      hint={hint}
      optional
      maxLength={80}
      autoComplete="off"
      defaultValue={offered[name]}
      onBlur={({ target }) => keepOne(name, target.value)}
      onKeyDown={({ key, currentTarget }) => key === "Enter" && keepOne(name, currentTarget.value)}
      error={error?.field === name ? error.message : undefined}
    />
  ));
}
