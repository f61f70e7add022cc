"use client";

import type { Route } from "next";
import Link from "next/link";
import { useEffect, useId, useRef, useState } from "react";
import { type SendError, sendJson } from "#app/send.ts";
import { Button } from "#app/ui/button.tsx";
import { TextField } from "#app/ui/field.tsx";
import { Refused } from "#app/ui/refused.tsx";
import type { Found } from "#lib/desk/search/queries.ts";

const pause = 200;

/** Finds while one types. Without scripts the same form is answered with a page of its own. */
export function SearchForm({ onGo }: { onGo?: () => void }) {
  const [words, setWords] = useState("");
  const [found, setFound] = useState<Found>();
  const [error, setError] = useState<SendError>();
  const asked = useRef(0);
  const results = useId();

  useEffect(() => {
    const turn = ++asked.current;
    if (words.trim() === "") return setFound(undefined);
    const timer = setTimeout(async () => {
      const sent = await sendJson<Found>("/api/coach/search", { words });
      if (turn !== asked.current) return;
      setError(sent.ok ? undefined : sent.error);
      if (sent.ok) setFound(sent.data);
    }, pause);
    return () => clearTimeout(timer);
  }, [words]);

  return (
    <form
      className="search stack"
      method="post"
      action="/api/coach/search"
      autoComplete="off"
      onSubmit={(event) => {
        event.preventDefault();
        document.getElementById(results)?.querySelector("a")?.click();
      }}
    >
      <TextField
        name="words"
        label="A name, an address or a day"
        hint="Such as “Ute”, “12 Nov” or “tomorrow”. Enter opens the first."
        maxLength={120}
        value={words}
        onChange={(event) => setWords(event.target.value)}
        wide
      />
      <noscript>
        <Button>Search</Button>
      </noscript>
      {error && <Refused error={error} />}
      <div id={results} aria-live="polite">
        {found && <FoundList found={found} {...(onGo && { onGo })} />}
      </div>
    </form>
  );
}

function FoundList({ found: { clients, sessions, day }, onGo }: { found: Found; onGo?: () => void }) {
  if (clients.length + sessions.length === 0)
    return <p className="quiet">{day ? `Nobody comes on ${day}.` : "Nobody by that name, and no day."}</p>;
  return (
    <ul className="found">
      {clients.map(({ id, name, email }) => (
        <li key={id}>
          <Link href={`/coach/clients/${id}` as Route} prefetch={false} onClick={onGo}>
            {name}
          </Link>{" "}
          <span className="quiet small">{email}</span>
        </li>
      ))}
      {sessions.map(({ id, when, who, type }) => (
        <li key={id}>
          <Link href={`/coach/sessions/${id}` as Route} prefetch={false} onClick={onGo}>
            {day}, {when}
          </Link>{" "}
          <span className="quiet small">
            {who}, {type}
          </span>
        </li>
      ))}
    </ul>
  );
}
