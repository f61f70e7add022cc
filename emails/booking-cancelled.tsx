import { Letter, type Sheet } from "./letter.tsx";
import { OwnWords, type Passage } from "./own-words.tsx";
import { Action, When, Words } from "./parts.tsx";

export type BookingCancelledProps = {
  /** Whom the letter greets. */
  name: string;
  /** Whom they would have met. */
  with: string;
  /** Whether the reader cancelled it themselves. */
  byReader: boolean;
  /** Large: "Tuesday, 18:00". */
  when: string;
  /** Beneath it: "8 December 2026, until 19:15". */
  whenDate?: string;
  /** "Lisbon time (Europe/Lisbon)". */
  whenZone: string;
  /** It was asked for and not confirmed, so it stands in no calendar. */
  wasAsked?: boolean;
  /** Where another time can be chosen. Left out for a coach. */
  bookUrl?: string;
  /** A few sentences after the first. */
  passage: Passage;
  sheet: Sheet;
};

export default function BookingCancelled(props: BookingCancelledProps) {
  const { name, byReader, when, whenDate, whenZone, wasAsked = false, bookUrl, passage, sheet } = props;
  return (
    <Letter {...sheet} why="You get this because a time was cancelled. Mail about bookings is always sent.">
      <Words>Hello {name},</Words>
      <Words>
        {byReader
          ? `You cancelled this time with ${props.with}.`
          : `${props.with} cancelled this time with you.`}
      </Words>
      <OwnWords {...passage} />
      <When when={when} lines={[whenDate, whenZone]} />
      {!wasAsked && (
        <Words>
          The file with this mail takes it out of your calendar. If it stays there, you can delete it.
        </Words>
      )}
      {bookUrl && <Action label="Choose another time" url={bookUrl} />}
    </Letter>
  );
}

BookingCancelled.PreviewProps = {
  name: "Alex",
  with: "Sergio",
  byReader: true,
  when: "Tuesday, 18:00",
  whenDate: "8 December 2026, until 19:15",
  whenZone: "Lisbon time (Europe/Lisbon)",
  bookUrl: "https://portal.example/book",
  passage: { words: "Nothing else is needed." },
  sheet: { portalUrl: "https://portal.example" },
} satisfies BookingCancelledProps;
