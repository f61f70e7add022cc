import { Letter, type Sheet } from "./letter.tsx";
import { OwnWords, type Passage } from "./own-words.tsx";
import { Action, When, Words } from "./parts.tsx";

export type BookingRequestedProps = {
  /** Whom the letter greets. */
  name: string;
  /** Whom they would meet. */
  with: string;
  /** Whether the reader asked for it themselves; else they are asked whether they agree. */
  byReader: boolean;
  /** Large: "Tuesday, 18:00". */
  when: string;
  /** Beneath it: "8 December 2026, until 19:15". */
  whenDate?: string;
  /** "Lisbon time (Europe/Lisbon)". */
  whenZone: string;
  /** The page of this meeting. */
  sessionUrl: string;
  /** It stood in the calendar at another time; the file with the letter takes that out. */
  takesOut?: boolean;
  /** A few sentences after the first. */
  passage: Passage;
  sheet: Sheet;
};

export default function BookingRequested(props: BookingRequestedProps) {
  const { name, byReader, when, whenDate, whenZone, sessionUrl, takesOut = false, passage, sheet } = props;
  return (
    <Letter {...sheet} why="You get this because a time was asked for. Mail about bookings is always sent.">
      <Words>Hello {name},</Words>
      <Words>
        {byReader
          ? `You asked ${props.with} for this time.`
          : `You two were put down for this time with ${props.with}. Please say on the page whether it suits you.`}
      </Words>
      <OwnWords {...passage} />
      <When when={when} lines={[whenDate, whenZone]} />
      <Words>
        It is kept for you until {props.with} answers. You get a note then, and it may also be that{" "}
        {props.with} offers you other times. Nothing is fixed yet.
      </Words>
      {takesOut && (
        <Words>
          The file with this mail takes the old time out of your calendar. The new one comes when it is fixed.
        </Words>
      )}
      <Action label={byReader ? "See what you asked for" : "Look at this time"} url={sessionUrl} />
    </Letter>
  );
}

BookingRequested.PreviewProps = {
  name: "Alex",
  with: "Sergio",
  byReader: true,
  when: "Tuesday, 18:00",
  whenDate: "8 December 2026, until 19:15",
  whenZone: "Lisbon time (Europe/Lisbon)",
  sessionUrl: "https://portal.example/sessions/7d1f5d0e-52f4-4a0e-9a53-0a4f4a0f8f8d",
  passage: { words: "Thank you for asking." },
  sheet: { portalUrl: "https://portal.example" },
} satisfies BookingRequestedProps;
