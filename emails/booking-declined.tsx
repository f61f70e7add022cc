import { Letter, type Sheet } from "./letter.tsx";
import { OwnWords, type Passage } from "./own-words.tsx";
import { Action, When, Words } from "./parts.tsx";

export type BookingDeclinedProps = {
  /** Whom the letter greets. */
  name: string;
  /** Whom they asked. */
  with: string;
  /** Large: "Tuesday, 18:00". */
  when: string;
  /** Beneath it: "8 December 2026, until 19:15". */
  whenDate?: string;
  /** "Lisbon time (Europe/Lisbon)". */
  whenZone: string;
  /** The page of this meeting, where the coach's sentence stands. */
  sessionUrl: string;
  /** A few sentences after the first. */
  passage: Passage;
  sheet: Sheet;
};

export default function BookingDeclined(props: BookingDeclinedProps) {
  const { name, when, whenDate, whenZone, sessionUrl, passage, sheet } = props;
  return (
    <Letter {...sheet} why="You get this because you asked for a time. Mail about bookings is always sent.">
      <Words>Hello {name},</Words>
      <Words>{props.with} cannot meet you at this time.</Words>
      <OwnWords {...passage} />
      <When when={when} lines={[whenDate, whenZone]} />
      <Words>
        A few words from {props.with} are on the page. You can ask for another time whenever you like.
      </Words>
      <Action label="Read the answer" url={sessionUrl} />
    </Letter>
  );
}

BookingDeclined.PreviewProps = {
  name: "Alex",
  with: "Sergio",
  when: "Tuesday, 18:00",
  whenDate: "8 December 2026, until 19:15",
  whenZone: "Lisbon time (Europe/Lisbon)",
  sessionUrl: "https://portal.example/sessions/7d1f5d0e-52f4-4a0e-9a53-0a4f4a0f8f8d",
  passage: { words: "It is a pity that this does not work out." },
  sheet: { portalUrl: "https://portal.example" },
} satisfies BookingDeclinedProps;
