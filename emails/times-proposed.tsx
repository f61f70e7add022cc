import { Letter, type Sheet } from "./letter.tsx";
import { OwnWords, type Passage } from "./own-words.tsx";
import { Action, Words } from "./parts.tsx";

export type TimesProposedProps = {
  /** Whom the letter greets. */
  name: string;
  /** Who offers other times. */
  with: string;
  /** Each "Monday 7 December, 18:00, Lisbon time". */
  times: string[];
  /** How long they are kept, read after "until". */
  until: string;
  /** The page of this meeting, where one is chosen. */
  sessionUrl: string;
  /** A few sentences after the first. */
  passage: Passage;
  sheet: Sheet;
};

export default function TimesProposed(props: TimesProposedProps) {
  const { name, times, until, sessionUrl, passage, sheet } = props;
  return (
    <Letter {...sheet} why="You get this because you asked for a time. Mail about bookings is always sent.">
      <Words>Hello {name},</Words>
      <Words>
        {times.length === 1
          ? `${props.with} offers you another time. It is yours if it suits you.`
          : `${props.with} offers you other times. Any one of them is yours if it suits you.`}
      </Words>
      <OwnWords {...passage} />
      {times.map((time) => (
        <Words key={time}>{time}</Words>
      ))}
      <Words>They are kept for you until {until}. The time that you asked for is kept until then too.</Words>
      <Action label="Choose on the page" url={sessionUrl} />
    </Letter>
  );
}

TimesProposed.PreviewProps = {
  name: "Alex",
  with: "Sergio",
  times: ["Monday 7 December, 18:00, Lisbon time", "Wednesday 9 December, 10:00, Lisbon time"],
  until: "Friday 4 December, 12:00, Lisbon time",
  sessionUrl: "https://portal.example/sessions/7d1f5d0e-52f4-4a0e-9a53-0a4f4a0f8f8d",
  passage: { words: "Take your time with the answer." },
  sheet: { portalUrl: "https://portal.example" },
} satisfies TimesProposedProps;
