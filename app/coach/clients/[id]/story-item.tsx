import type { ReactNode } from "react";
import { Instant } from "#app/ui/when.tsx";
import { sayCoach } from "#lib/consent/words-of-text.ts";
import type { ClientHead } from "#lib/desk/find-client.ts";
import type { Item, Silence } from "#lib/desk/timeline/items.ts";
import type { TimelinePage } from "#lib/desk/timeline/queries.ts";
import { kindWords } from "#lib/mail/log/kinds.ts";
import { dayWords, monthWords } from "#lib/time/words.ts";
import { AboutSession } from "./story-session.tsx";
import { NoteSheet, SummarySheet } from "./story-sheets.tsx";
import { Unanswered, Written } from "./story-written.tsx";

type StoryItemProps = { item: Item | Silence; page: TimelinePage; client: ClientHead; now: number };

/** One thing on the path. A day on the left, a point on the line, and what it was. */
export function StoryItem({ item, page, client, now }: StoryItemProps) {
  const zone = client.coachZone;
  const isNext = item.kind === "session" && item.id === client.next?.id;
  return (
    <li className={isNext ? "is-here" : item.at > now ? "is-ahead" : "is-past"}>
      <p className="timeline__when">
        <Instant
          at={item.at}
        >{`${dayWords(item.at, zone).slice(0, 3)} ${monthWords(item.at, zone, now)}`}</Instant>
      </p>
      <div className="timeline__what">{whatOf(item, page, client, now)}</div>
    </li>
  );
}

function whatOf(item: Item | Silence, page: TimelinePage, client: ClientHead, now: number): ReactNode {
  const zone = client.coachZone;
  switch (item.kind) {
    case "session":
      return (
        <AboutSession
          id={item.id}
          said={item.said}
          isNext={item.id === client.next?.id}
          client={client}
          now={now}
        />
      );
    case "written":
      return <Written item={item} page={page} client={client} now={now} />;
    case "silence":
      return <Unanswered said={item.said} zone={zone} now={now} />;
    case "note":
      return <NoteSheet said={item.said} at={item.at} zone={zone} now={now} />;
    case "summary":
      return <SummarySheet said={item.said} at={item.at} name={client.name} zone={zone} now={now} />;
    case "lesson":
      return <Told title="Lesson marked">{item.said.title}: done for now</Told>;
    case "health":
      return <Told title="Health questions">{healthWords[item.said.to] ?? "You moved this on"}</Told>;
    case "agreement":
      return (
        <Told title={item.said.act === "signed" ? "Agreement signed" : "Agreement withdrawn"}>
          {sayCoach(item.said.title, client.coachName)}, version {item.said.version}
        </Told>
      );
    case "message":
      return <Told title="Message sent">{kindWords(item.said.kind)}</Told>;
  }
}

function Told({ title, children }: { title: string; children: ReactNode }) {
  return (
    <>
      <p className="timeline__title">{title}</p>
      <p className="quiet small break-words">{children}</p>
    </>
  );
}

const healthWords: Record<string, string> = {
  shared: "Shared with you",
  in_conversation: "You are talking about them",
  medical_review_asked: "You asked for a doctor’s view",
  medical_review_noted: "You wrote down a doctor’s view",
  coach_ready_to_proceed: "You are ready to go on",
  coach_not_at_this_time: "Not at this time",
};
