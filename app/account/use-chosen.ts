"use client";

import { useState } from "react";
import type { MailPreferences } from "#lib/mail/preferences/queries.ts";
import type { Keeping } from "./use-keeping.ts";

export type Chosen = Omit<MailPreferences, "wants"> & MailPreferences["wants"];

/** What is chosen on the page. It stays as it was chosen, whether it could be kept or not. */
export function useChosen({ wants, ...others }: MailPreferences, { keep }: Keeping) {
  const [chosen, setChosen] = useState<Chosen>({ ...others, ...wants });
  function choose(changes: Partial<Chosen>) {
    setChosen({ ...chosen, ...changes });
    keep(changes);
  }
  return { chosen, choose };
}
