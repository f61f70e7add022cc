import type { Route } from "next";
import Link from "next/link";
import { phaseWords } from "#app/coach/phase-words.ts";
import { Badge } from "#app/ui/badge.tsx";
import { dateOf, elsewhereWords, isSameClock, namesOf } from "#app/ui/when.tsx";
import type { Listed } from "#lib/desk/clients.ts";
import { clockWords } from "#lib/time/words.ts";

type Person = { id: string; name: string };

/** "Jonas and Ute", each a way to their page. */
export function ClientLinks({ people }: { people: Person[] }) {
  const parts = new Intl.ListFormat("en-GB").formatToParts(people.map(({ id }) => id));
  return parts.map(({ type, value }) =>
    type === "literal" ? (
      value
    ) : (
      <Link key={value} href={`/coach/clients/${value}` as Route} prefetch={false}>
        {people.find(({ id }) => id === value)?.name}
      </Link>
    ),
  );
}

export function MailComesBack({ people, isOne }: { people: Listed["people"]; isOne: boolean }) {
  const failing = people.filter(({ mailFails }) => mailFails);
  if (failing.length === 0) return null;
  return (
    <span className="block font-normal">
      <Badge kind="look">{isOne ? "Mail comes back" : `Mail to ${namesOf(failing)} comes back`}</Badge>
    </span>
  );
}

type When = { zone: string; now: number };

export function WhereTheyAre({ client: { phase }, zone, now }: { client: Listed } & When) {
  const { words, more } = phaseWords(phase, zone, now);
  return phase.name === "integrating" ? (
    `${words}, day ${phase.day}`
  ) : (
    <>
      {words}{" "}
      {(phase.name === "couple" || phase.name === "mentorship") && <span className="quiet">{more}</span>}
    </>
  );
}

/** In the coach's time, and in theirs where the clocks differ. */
export function NextSession({ client: { next, people }, zone, now }: { client: Listed } & When) {
  if (!next) return <span className="quiet">None ahead</span>;
  const zones = [...new Set(people.map((one) => one.zone))].filter(
    (their) => !isSameClock(next.start, their, zone),
  );
  return (
    <>
      {dateOf(next.start, zone, now)}, {clockWords(next.start, zone)}
      {next.isAskedFor && ", asked for"}{" "}
      <span className="quiet">
        {zones.map((their) => elsewhereWords(next.start, their, zone)).join(", ")}
      </span>
    </>
  );
}

export type ForYou = { look: boolean; toTalkAbout: number };

export function ForYouBadges({ forYou, client }: { forYou: ForYou; client: Listed }) {
  return (
    <>
      {forYou.look && <Badge kind="look">Please look</Badge>}{" "}
      {forYou.toTalkAbout > 0 && <Badge kind="talk">{forYou.toTalkAbout} to talk about</Badge>}{" "}
      {client.next?.isAskedFor && <Badge>Request</Badge>}
    </>
  );
}
