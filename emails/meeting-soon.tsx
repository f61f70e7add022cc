import { Letter, type Sheet } from "./letter.tsx";
import { OwnWords, type Passage } from "./own-words.tsx";
import { Action, Aside, Place, When, Words } from "./parts.tsx";

export type MeetingSoonProps = {
  /** Whom the letter greets. */
  name: string;
  /** Whom they will meet. */
  with: string;
  /** Large: "Tuesday, 18:00". */
  when: string;
  /** Beneath it: "8 December 2026, until 19:15". */
  whenDate?: string;
  /** "Lisbon time (Europe/Lisbon)". */
  whenZone: string;
  /** "75 minutes". */
  length: string;
  /** "By video." Left out when nothing is known yet. */
  where?: string;
  /** The page of this meeting. */
  sessionUrl: string;
  /** Where to meet by video, once it is open. */
  joinUrl?: string;
  /** When it opens: "17:00". Left out where there is none, or where it is open. */
  opens?: string;
  /** Read after "until": "Monday 7 December, 18:00, Lisbon time". Left out where it can be changed no more. */
  changeUntil?: string;
  /** A few sentences after the first. */
  passage: Passage;
  sheet: Sheet;
};

export default function MeetingSoon(props: MeetingSoonProps) {
  const { name, when, whenDate, whenZone, length, where, sessionUrl, joinUrl, opens, changeUntil } = props;
  return (
    <Letter {...props.sheet} why="You get this because a time was booked.">
      <Words>Hello {name},</Words>
      <Words>You meet {props.with} soon.</Words>
      <OwnWords {...props.passage} />
      <When when={when} lines={[whenDate, whenZone, length, where]} />
      {joinUrl && <Action label="Join by video" url={joinUrl} />}
      {joinUrl ? (
        <Aside>
          <Place url={sessionUrl}>Open the page of this meeting</Place>
        </Aside>
      ) : (
        <Action label="Open this meeting" url={sessionUrl} />
      )}
      {opens && <Words>The link to join stands on that page from {opens}, an hour before you meet.</Words>}
      {changeUntil && (
        <Words>
          If the time does not suit you any more, you can move or cancel it on that page until {changeUntil}.
          No reason is needed.
        </Words>
      )}
    </Letter>
  );
}

MeetingSoon.PreviewProps = {
  name: "Alex",
  with: "Sergio",
  when: "Tuesday, 18:00",
  whenDate: "8 December 2026, until 19:15",
  whenZone: "Lisbon time (Europe/Lisbon)",
  length: "75 minutes",
  where: "By video.",
  sessionUrl: "https://portal.example/sessions/7d1f5d0e-52f4-4a0e-9a53-0a4f4a0f8f8d",
  joinUrl: "https://portal.example/room/4hd9",
  passage: { words: "" },
  sheet: {
    portalUrl: "https://portal.example",
    choicesUrl: "https://portal.example/account",
    offUrl: "https://portal.example/mail/off?t=Zk3mB0c9Qy7w",
  },
} satisfies MeetingSoonProps;
