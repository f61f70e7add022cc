import { Letter, type Sheet } from "./letter.tsx";
import { OwnWords, type Passage } from "./own-words.tsx";
import { Action, When, Words } from "./parts.tsx";

export type BookingMovedProps = {
  /** Whom the letter greets. */
  name: string;
  /** Whom they will meet. */
  with: string;
  /** Whether the reader moved it themselves. */
  byReader: boolean;
  /** The old time: "Monday 7 December, 18:00, Lisbon time". */
  was: string;
  /** The new one, large: "Tuesday, 18:00". */
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
  /** Read after "until": "Monday 7 December, 18:00, Lisbon time". Left out: nothing is said about changes. */
  changeUntil?: string;
  /** It was asked for and not answered yet, so it stands in no calendar. */
  isAsked?: boolean;
  /** A few sentences after the first. */
  passage: Passage;
  sheet: Sheet;
};

export default function BookingMoved(props: BookingMovedProps) {
  const { name, byReader, was, when, whenDate, whenZone, length, where, sessionUrl, changeUntil } = props;
  const { isAsked = false, passage, sheet } = props;
  return (
    <Letter {...sheet} why="You get this because a time was moved. Mail about bookings is always sent.">
      <Words>Hello {name},</Words>
      <Words>
        {byReader
          ? `You moved your time with ${props.with}.`
          : `Your time with ${props.with} was moved to another hour.`}
      </Words>
      <OwnWords {...passage} />
      <Words>It is now:</Words>
      <When when={when} lines={[whenDate, whenZone, length, where]} />
      <Words>It was {was} before.</Words>
      <Action label="Open this meeting" url={sessionUrl} />
      <Words>
        {isAsked
          ? "It is kept for you until your coach answers. Nothing is fixed yet."
          : "The file with this mail moves the entry in your calendar. If two entries stay there, you can delete the old one."}
      </Words>
      {changeUntil && (
        <Words>
          If the time does not suit you, you can move or cancel it on that page until {changeUntil}. No reason
          is needed.
        </Words>
      )}
    </Letter>
  );
}

BookingMoved.PreviewProps = {
  name: "Alex",
  with: "Sergio",
  byReader: true,
  was: "Monday 7 December, 18:00, Lisbon time",
  when: "Tuesday, 18:00",
  whenDate: "8 December 2026, until 19:15",
  whenZone: "Lisbon time (Europe/Lisbon)",
  length: "75 minutes",
  where: "By video. The link is on the page.",
  sessionUrl: "https://portal.example/sessions/7d1f5d0e-52f4-4a0e-9a53-0a4f4a0f8f8d",
  changeUntil: "Monday 7 December, 18:00, Lisbon time",
  passage: { words: "That is all right." },
  sheet: { portalUrl: "https://portal.example" },
} satisfies BookingMovedProps;
