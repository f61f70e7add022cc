import type { Route } from "next";
import Link from "next/link";
import type { ReactNode } from "react";
import { Icon } from "#app/ui/icons.tsx";
import { dateOf } from "#app/ui/when.tsx";
import type { Said } from "#lib/desk/timeline/items.ts";
import { clockWords, monthWords } from "#lib/time/words.ts";

type Of<Kind extends Said["kind"]> = Extract<Said, { kind: Kind }>["said"];
type When = { at: number; zone: string; now: number };

/** That there is a note, and the way to it. What it says is read there alone. */
export function NoteSheet({ said, at, zone, now }: { said: Of<"note"> } & When) {
  return (
    <Sheet
      look="private"
      head={
        <>
          <Icon name="lock" /> <strong>Private note</strong> Only you can read this
        </>
      }
      when={timeWords(at, zone, now)}
    >
      <p>
        {said.isFinished ? "" : "Not finished. "}
        {said.type}, {dateOf(said.start, zone, now)}. Closed until you open it.
      </p>
      <Link className="more" href={`/coach/sessions/${said.session}#after` as Route} prefetch={false}>
        Open this note
      </Link>
    </Sheet>
  );
}

export function SummarySheet({ said, at, name, zone, now }: { said: Of<"summary">; name: string } & When) {
  return (
    <Sheet
      look="shared"
      head={
        <>
          <Icon name="read" /> <strong>Summary for {name}</strong>{" "}
          {said.isBack ? "Taken back, or sent anew since" : `${name} can read this`}
        </>
      }
      when={`sent ${timeWords(at, zone, now)}`}
    >
      <Link className="more" href={`/coach/sessions/${said.session}#after` as Route} prefetch={false}>
        {said.type}, {dateOf(said.start, zone, now)}
      </Link>
    </Sheet>
  );
}

type SheetProps = { look: "private" | "shared"; head: ReactNode; when: string; children: ReactNode };

function Sheet({ look, head, when, children }: SheetProps) {
  return (
    <div className={`sheet sheet--${look} sheet--small`}>
      <div className="sheet__head">
        {head} <span>{when}</span>
      </div>
      <div className="sheet__body">{children}</div>
    </div>
  );
}

const timeWords = (at: number, zone: string, now: number) =>
  `${monthWords(at, zone, now)}, ${clockWords(at, zone)}`;
