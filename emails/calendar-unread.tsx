import { Letter, type Sheet } from "./letter.tsx";
import { Action, Words } from "./parts.tsx";

export type CalendarUnreadProps = {
  /** Whom the letter greets. */
  name: string;
  /** What is wrong, a sentence. */
  problem: string;
  /** When it was last read: "Tuesday 24 November, 18:10, Lisbon time". Left out when it never was. */
  lastRead?: string;
  calendarsUrl: string;
  sheet: Sheet;
};

export default function CalendarUnread({
  name,
  problem,
  lastRead,
  calendarsUrl,
  sheet,
}: CalendarUnreadProps) {
  return (
    <Letter
      {...sheet}
      why="You get this because one of your other calendars could not be read. It is sent once, until it can be read again."
    >
      <Words>Hello {name},</Words>
      <Words>One of your other calendars cannot be read at the moment. {problem}</Words>
      <Words>
        {lastRead
          ? `It was last read on ${lastRead}. The busy times from then are kept, but nothing newer is known, so a time could be booked that you have given away since.`
          : "Until it can be read, its busy times do not keep anybody from booking."}
      </Words>
      <Action label="Look at your calendars" url={calendarsUrl} />
    </Letter>
  );
}

CalendarUnread.PreviewProps = {
  name: "Sergio",
  problem: "There is nothing at this address any more. The other calendar may have given out a new one.",
  lastRead: "Tuesday 24 November, 18:10, Lisbon time",
  calendarsUrl: "https://portal.example/coach/availability#calendars",
  sheet: { portalUrl: "https://portal.example" },
} satisfies CalendarUnreadProps;
