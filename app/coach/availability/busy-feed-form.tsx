"use client";

import { type FormEvent, useEffect, useRef, useState } from "react";
import { useFocusOnWrong } from "#app/coach/use-focus-on-wrong.ts";
import { Actions, Button } from "#app/ui/button.tsx";
import { TextField } from "#app/ui/field.tsx";
import { Refused } from "#app/ui/refused.tsx";
import { useUnsaved } from "#app/unsaved.tsx";
import type { ListedFeed } from "#lib/calendar/busy/queries.ts";
import { useFeeds } from "./use-feeds.ts";

/** Another calendar to take in, or a change to one. The address that is there is a secret and is not shown. */
export function BusyFeedForm({
  feed,
  onSaved,
  onClose,
}: {
  feed: ListedFeed | undefined;
  onSaved: (name: string) => void;
  onClose: () => void;
}) {
  const form = useRef<HTMLFormElement>(null);
  const [name, setName] = useState(feed?.name ?? "");
  const [address, setAddress] = useState("");
  const { act, isActing, error } = useFeeds();
  useUnsaved("calendar", name !== (feed?.name ?? "") || address !== "");
  useFocusOnWrong(form, error);
  useEffect(() => form.current?.querySelector("input")?.focus(), []);

  async function submit(event: FormEvent) {
    event.preventDefault();
    if (isActing) return;
    const isKept = feed && address.trim() === "";
    const sent = await act(feed ? `/${feed.id}` : "", { name, ...(!isKept && { address }) });
    if (sent.ok) onSaved(name);
  }

  const hasPlace = error?.field === "name" || error?.field === "address";
  return (
    <form ref={form} className="card stack" noValidate onSubmit={submit} aria-labelledby="calendar">
      <h3 id="calendar">{feed ? `Change ${feed.name}` : "Add a calendar"}</h3>
      <TextField
        id="calendar-name"
        name="name"
        label="What you call it"
        autoComplete="off"
        value={name}
        onChange={(event) => setName(event.target.value)}
        error={error?.field === "name" ? error.message : undefined}
      />
      <TextField
        id="calendar-address"
        name="address"
        type="url"
        label={feed ? "New address" : "Address"}
        optional={feed !== undefined}
        hint={
          <>
            {feed && `The one at ${feed.host} stays unless you paste another. `}
            It begins with https:// or webcal:// and stands in the sharing settings of that calendar, often as
            secret address or ICS link.
          </>
        }
        autoComplete="off"
        spellCheck={false}
        value={address}
        onChange={(event) => setAddress(event.target.value)}
        error={error?.field === "address" ? error.message : undefined}
      />
      {error && !hasPlace && <Refused error={error} />}
      <p className="small quiet">
        We keep the address sealed, and of what is in the calendar only when you are busy.
      </p>
      <Actions>
        <Button aria-disabled={isActing}>{isActing ? "Saving" : "Save this calendar"}</Button>
        <Button type="button" look="plain" onClick={onClose}>
          {feed ? "Leave it as it was" : "Not now"}
        </Button>
      </Actions>
    </form>
  );
}
