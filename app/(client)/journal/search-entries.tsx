"use client";

import { type FormEvent, useState } from "react";
import { type SendError, sendJson } from "#app/send.ts";
import { Button } from "#app/ui/button.tsx";
import { TextField } from "#app/ui/field.tsx";
import { Refused } from "#app/ui/refused.tsx";
import { Row, Rows } from "#app/ui/rows.tsx";
import { dateOf } from "#app/ui/when.tsx";
import type { FoundEntries } from "#lib/reflections/journal/search.ts";

type Looked = { found: FoundEntries } | { error: SendError };

/** Looks for words in one's own entries. They are opened on the server for that; the words go nowhere else. */
export function SearchEntries({ zone, now }: { zone: string; now: number }) {
  const [looked, setLooked] = useState<Looked>();
  const [isBusy, setBusy] = useState(false);

  async function look(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    if (isBusy) return;
    const words = String(new FormData(event.currentTarget).get("words") ?? "");
    if (words.trim() === "") return setLooked(undefined);
    setBusy(true);
    const sent = await sendJson<FoundEntries>("/api/journal/search", { words });
    setBusy(false);
    setLooked(sent.ok ? { found: sent.data } : { error: sent.error });
  }

  return (
    <search className="journal__search">
      <form autoComplete="off" onSubmit={(event) => void look(event)}>
        <TextField name="words" label="Find words in your journal" type="search" maxLength={100} />
        <Button look="plain" aria-disabled={isBusy}>
          Find
        </Button>
      </form>
      <div role="status">
        {looked && "found" in looked && <p className="small quiet">{countWords(looked.found)}</p>}
      </div>
      {looked && "error" in looked && <Refused error={looked.error} />}
      {looked && "found" in looked && looked.found.entries.length > 0 && (
        <>
          <h2 className="unseen">Found</h2>
          <Rows>
            {looked.found.entries.map(({ id, at, passage }) => (
              <Row
                key={id}
                href={`/journal/${id}`}
                title={<span className="journal__beginning">{passage}</span>}
                more={dateOf(at, zone, now)}
              />
            ))}
          </Rows>
        </>
      )}
    </search>
  );
}

function countWords({ entries: { length }, isPart }: FoundEntries): string {
  if (length === 0)
    return isPart ? "These words are in none of your newest entries." : "These words are in no entry.";
  if (isPart) return `In ${length} of your entries, the newest ones. There may be more.`;
  return length === 1 ? "In one entry." : `In ${length} entries.`;
}
