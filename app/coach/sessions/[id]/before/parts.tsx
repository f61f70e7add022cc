import type { Route } from "next";
import Link from "next/link";
import { phaseWords } from "#app/coach/phase-words.ts";
import { aboutWords } from "#app/coach/reflections/about-words.ts";
import { ReadIt } from "#app/coach/reflections/read-it.tsx";
import { TierBadges } from "#app/coach/reflections/tier-badges.tsx";
import { dateOf, isSameClock } from "#app/ui/when.tsx";
import { answersTo, boundaries, changes, newestAnswer, wants } from "#lib/desk/brief/answers.ts";
import { clockWords, monthWords } from "#lib/time/words.ts";
import type { BriefPerson } from "./before-session.tsx";

export type PartProps = { person: BriefPerson; bookingId: string; zone: string; now: number };

/** Open flags, with where each of them stands. Never that somebody is "cleared". */
export function Flags({ person: { id, flagged, beside }, zone, now }: PartProps) {
  const { tiers } = beside;
  if (flagged.length === 0 && tiers.length === 0) return <p>No open flags.</p>;
  return (
    <ul>
      {tiers.length > 0 && (
        <li>
          <TierBadges tiers={tiers} />{" "}
          <Link href={`/coach/clients/${id}/screening` as Route} prefetch={false}>
            Health questions
          </Link>
        </li>
      )}
      {flagged.map((one) => (
        <li key={one.shareId}>
          <TierBadges tiers={one.tiers} />{" "}
          <Link href={`/coach/reflections/${one.shareId}` as Route} prefetch={false}>
            {aboutWords(one, zone, now)}
          </Link>
          <span className="quiet">, since {dateOf(one.since, zone, now)}</span>
        </li>
      ))}
    </ul>
  );
}

/** What they want from this session, in their own words, once their coach has opened it. */
export function Wants({ person: { name, asked, shown, told }, bookingId }: PartProps) {
  const unopened = shown.filter(({ openedAt }) => openedAt === null);
  const [wanted] = answersTo(
    told.filter(({ session, kind }) => session === bookingId && kind === "session"),
    wants,
  );
  return (
    <>
      {wanted && <p className="brief__said">“{wanted.lines.join(" ")}”</p>}
      {unopened.map(({ id, kind }) => (
        <div key={id}>
          <p className="quiet">
            {kind === "guidance_day" ? "Written on the day" : "Written before it"}. You have not opened it.{" "}
            {name} sees it once you do.
          </p>
          <ReadIt shareId={id} what={`what ${name} shared`} />
        </div>
      ))}
      {!wanted && unopened.length === 0 && (
        <p className="quiet">
          {asked.length === 0
            ? "Nothing is asked before this session."
            : `Nothing has been shared yet. ${name} need not.`}
        </p>
      )}
    </>
  );
}

export function LastStep({ person: { name, step, told }, bookingId, zone, now }: PartProps) {
  const said = answersTo(
    told.filter(({ session }) => session === bookingId),
    ["one_change"],
  )[0];
  return (
    <>
      {step ? <p className="whitespace-pre-line">{step.words}</p> : <p className="quiet">None agreed yet.</p>}
      <p className="quiet">
        {step && `Agreed ${dateOf(step.sentAt, zone, now)}. `}
        {said && `${name} writes: “${said.lines.join(" ")}”`}
      </p>
    </>
  );
}

const columns = 4;

/** Three answers from 0 to 10 by date, as numbers. Nothing says which way is good. */
export function NumbersOverTime({ person: { trends }, zone, now }: PartProps) {
  const dates = [...new Set(trends.flatMap(({ said }) => said.map(({ at }) => at)))]
    .sort((a, b) => a - b)
    .slice(-columns);
  if (dates.length === 0) return <p className="quiet">No numbers yet.</p>;
  return (
    <table className="trend">
      <caption className="unseen">Three answers from 0 to 10, by date</caption>
      <thead>
        <tr>
          <td />
          {dates.map((at) => (
            <th key={at} scope="col">
              {monthWords(at, zone, now)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {trends.map(({ key, text, said }) => (
          <tr key={key}>
            <th scope="row">{text}</th>
            {dates.map((at) => {
              const one = said.find((each) => each.at === at);
              return one?.number === undefined ? (
                <td key={at} className="is-blank">
                  {one ? "skipped" : "not asked"}
                </td>
              ) : (
                <td key={at}>{one.number}</td>
              );
            })}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** "she/her. English. 18:00 in Lisbon. Integrating, day 10 after guidance. Session 5 with you." */
export function WhoTheyAre({ person: { head, beside }, zone, now }: PartProps) {
  if (!head) return null;
  const { words, more } = phaseWords(head.phase, zone, now);
  const lines = [
    head.pronouns,
    head.languages,
    !isSameClock(now, head.zone, zone) && `It is ${clockWords(now, head.zone)} for them`,
    more ? `${words}, ${more.charAt(0).toLowerCase()}${more.slice(1)}` : words,
    `Session ${beside.nth} with you`,
  ];
  return <p className="quiet mb-5 break-words">{lines.filter(Boolean).join(". ")}.</p>;
}

export function Changes({ person: { told }, bookingId }: PartProps) {
  const said = answersTo(
    told.filter(({ session }) => session === bookingId),
    changes,
  );
  if (said.length === 0) return <p className="quiet">Nothing was said of this.</p>;
  return (
    <ul>
      {said.map(({ key, text, lines }) => (
        <li key={key}>
          <span className="quiet">{text}</span> {lines.join(", ")}
        </li>
      ))}
    </ul>
  );
}

export function Boundaries({ person: { told, agreements, beside } }: PartProps) {
  const chosen = agreements.find(({ topic, choiceText }) => topic.includes("touch") && choiceText);
  const asked = newestAnswer(told, boundaries.touch);
  const isNewer = asked && asked.at > (chosen?.signedAt ?? 0);
  const rows = [
    [
      "Touch",
      isNewer ? asked.lines.join(", ") : (chosen?.choiceText ?? "None, as long as nothing else is said"),
    ],
    ["Leave alone", newestAnswer(told, boundaries.leaveAlone)?.lines.join(" ")],
    ["Comfort", newestAnswer(told, boundaries.comfort)?.lines.join(" ")],
    ["Access", beside.access],
  ] as const;
  return (
    <dl>
      {rows.map(([term, words]) => (
        <div key={term} className="contents">
          <dt>{term}</dt>
          <dd>{words ?? <span className="quiet">Nothing named</span>}</dd>
        </div>
      ))}
    </dl>
  );
}

export function Agreed({ person: { agreements }, zone, now }: PartProps) {
  const signed = agreements.filter(({ state }) => state === "signed");
  const rest = agreements.filter(({ state }) => state === "changed" || state === "withdrawn");
  const last = Math.max(...signed.map(({ signedAt }) => signedAt ?? 0));
  return (
    <>
      <p>
        {signed.length} of {agreements.length} signed
        {signed.length > 0 && `, the last on ${dateOf(last, zone, now)}`}.
      </p>
      <ul className="quiet">
        {rest.map(({ topic, title, state, withdrawnAt, newestAt, version }) => (
          <li key={topic}>
            {title}
            {state === "withdrawn"
              ? `: withdrawn ${dateOf(withdrawnAt ?? now, zone, now)}`
              : `: version ${version} is signed. The text changed ${dateOf(newestAt, zone, now)}, and is asked again`}
          </li>
        ))}
      </ul>
    </>
  );
}

export function Since({ person: { since, lessons }, zone, now }: PartProps) {
  return (
    <>
      {since.length === 0 && <p className="quiet">Nothing since you last met.</p>}
      <ul>
        {since.map((one) => (
          <li key={one.id}>
            <Link href={`/coach/reflections/${one.id}` as Route} prefetch={false}>
              {aboutWords(one, zone, now)}
            </Link>
            <span className="quiet">, {dateOf(one.at, zone, now)}</span>
          </li>
        ))}
      </ul>
      {lessons.map(({ id, lesson, isDone }) => (
        <p key={id} className="quiet">
          You suggested {lesson}. {isDone ? "Done for now." : "Not marked as done."}
        </p>
      ))}
    </>
  );
}
