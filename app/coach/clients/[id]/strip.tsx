import type { Route } from "next";
import Link from "next/link";
import type { ReactNode } from "react";
import { phaseWords } from "#app/coach/phase-words.ts";
import { dateOf, elsewhereWords, isSameClock } from "#app/ui/when.tsx";
import type { ClientHead } from "#lib/desk/find-client.ts";
import { clockWords } from "#lib/time/words.ts";

/** Where they are, when you meet next, what was agreed, and what waits for a talk. */
export function Strip({ client, now }: { client: ClientHead; now: number }) {
  const { phase, zone, coachZone } = client;
  const { words, more } = phaseWords(phase, coachZone, now);
  return (
    <dl className="strip">
      <Part term="Where they are" words={words} more={more} />
      <NextPart next={client.next} zone={zone} here={coachZone} now={now} />
      <Part term="Balance" {...balanceOf(client)} />
      <Part term="To talk about" {...talkOf(client, now)} />
    </dl>
  );
}

function Part({ term, words, more }: { term: string; words: ReactNode; more: string }) {
  return (
    <div>
      <dt>{term}</dt>
      <dd>
        {words}
        {more && <span>{more}</span>}
      </dd>
    </div>
  );
}

type NextPartProps = { next: ClientHead["next"]; zone: string; here: string; now: number };

function NextPart({ next, zone, here, now }: NextPartProps) {
  if (!next) return <Part term="Next session" words="None ahead" more="" />;
  const { id, start, isAskedFor } = next;
  const theirs = isSameClock(start, zone, here) ? "The same time there" : elsewhereWords(start, zone, here);
  return (
    <Part
      term="Next session"
      words={
        <Link href={`/coach/sessions/${id}` as Route} prefetch={false}>
          {dateOf(start, here, now)}, {clockWords(start, here)}
        </Link>
      }
      more={isAskedFor ? `${theirs}. Asked for, you decide` : theirs}
    />
  );
}

function balanceOf({ agreed, used, booked, held }: ClientHead) {
  if (agreed === null) return { words: `${held} held`, more: `${booked} booked. No number is agreed` };
  return {
    words: `${agreed} agreed, ${used} used`,
    more: `${booked} booked, ${Math.max(0, agreed - used - booked)} left`,
  };
}

function talkOf({ toTalkAbout, lastSettled, coachZone }: ClientHead, now: number) {
  const words = toTalkAbout === 0 ? "No open flags" : `${toTalkAbout} to talk about`;
  return {
    words,
    more: lastSettled === null ? "" : `Last one closed by you, ${dateOf(lastSettled, coachZone, now)}`,
  };
}
