import { Letter, type Sheet } from "./letter.tsx";
import { OwnWords, type Passage } from "./own-words.tsx";
import { Action, When, Words } from "./parts.tsx";

export type BookingConfirmedProps = {
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
  /** "By video. The link is on the page." Leave it out when nothing is known yet. */
  where?: string;
  /** The page of this meeting. */
  sessionUrl: string;
  /** When the way in by video opens: "17:00". Left out where there is none. */
  opens?: string;
  /** Read after "until": "Monday 7 December, 18:00, Lisbon time". Left out: nothing is said about cancelling. */
  changeUntil?: string;
  /** A few sentences after the first. */
  passage: Passage;
  sheet: Sheet;
};

export default function BookingConfirmed(props: BookingConfirmedProps) {
  const { name, when, whenDate, whenZone, length, where, sessionUrl, opens, changeUntil } = props;
  const { passage, sheet } = props;
  return (
    <Letter {...sheet} why="You get this because a time was booked. Mail about bookings is always sent.">
      <Words>Hello {name},</Words>
      <Words>Your time with {props.with} is confirmed.</Words>
      <OwnWords {...passage} />
      <When when={when} lines={[whenDate, whenZone, length, where]} />
      <Action label="Open this meeting" url={sessionUrl} />
      <Words>
        {opens ? `There you can join by video from ${opens}, and see` : "There you can see"} what might help
        before.
      </Words>
      <Words>
        The file with this mail puts it into your calendar, in words that tell nobody what it is about.
      </Words>
      {changeUntil && (
        <Words>
          If the time stops suiting you, you can move or cancel it on that page until {changeUntil}. No reason
          is needed. After that, please write to {props.with}.
        </Words>
      )}
    </Letter>
  );
}

BookingConfirmed.PreviewProps = {
  name: "Alex",
  with: "Sergio",
  when: "Tuesday, 18:00",
  whenDate: "8 December 2026, until 19:15",
  whenZone: "Lisbon time (Europe/Lisbon)",
  length: "75 minutes",
  where: "By video. The link is on the page.",
  sessionUrl: "https://portal.example/sessions/7d1f5d0e-52f4-4a0e-9a53-0a4f4a0f8f8d",
  opens: "17:00",
  changeUntil: "Monday 7 December, 18:00, Lisbon time",
  passage: { words: "It is good that this works out." },
  sheet: { portalUrl: "https://portal.example" },
} satisfies BookingConfirmedProps;
