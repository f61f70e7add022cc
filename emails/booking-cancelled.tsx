import { Letter, type Sheet } from "./letter.tsx";
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
  /** Where another time can be chosen. Left out for a coach. */
  bookUrl?: string;
  sheet: Sheet;
};

export default function BookingCancelled(props: BookingCancelledProps) {
  const { name, byReader, when, whenDate, whenZone, bookUrl, sheet } = props;
  return (
    <Letter {...sheet} why="You get this because a time was cancelled. Mail about bookings is always sent.">
      <Words>Hello {name},</Words>
      <Words>
        {byReader
          ? `You cancelled this time with ${props.with}.`
          : `${props.with} cancelled this time with you.`}
      </Words>
      <When when={when} lines={[whenDate, whenZone]} />
      <Words>
        Nothing else is needed. The file with this mail takes it out of your calendar. If it stays there, you
        can delete it.
      </Words>
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
  sheet: { portalUrl: "https://portal.example" },
} satisfies BookingCancelledProps;
