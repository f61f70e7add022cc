import { Letter, type Sheet } from "./letter.tsx";
import { Action, Times, Words } from "./parts.tsx";

export type ArcDeclinedProps = {
  /** Whom the letter greets. */
  name: string;
  /** Whom they asked. */
  with: string;
  /** Each "Tuesday 8 December, 18:00 to 19:15". */
  times: string[];
  /** "Lisbon time (Europe/Lisbon)". */
  zone: string;
  /** The page of these meetings, where the coach's sentence stands. */
  sessionUrl: string;
  sheet: Sheet;
};

export default function ArcDeclined(props: ArcDeclinedProps) {
  const { name, times, zone, sessionUrl, sheet } = props;
  return (
    <Letter {...sheet} why="You get this because you asked for a time. Mail about bookings is always sent.">
      <Words>Hello {name},</Words>
      <Words>
        {props.with} cannot meet you at {times.length === 1 ? "this time" : "these times"}, and is sorry that
        it does not work out.
      </Words>
      <Times times={times} zone={zone} />
      <Words>
        A few words from {props.with} are on the page. You can ask for other times whenever you like.
      </Words>
      <Action label="Read the answer" url={sessionUrl} />
    </Letter>
  );
}

ArcDeclined.PreviewProps = {
  name: "Alex",
  with: "Sergio",
  times: ["Tuesday 8 December, 10:00 to 18:00", "Thursday 10 December, 18:00 to 19:00"],
  zone: "Lisbon time (Europe/Lisbon)",
  sessionUrl: "https://portal.example/sessions/7d1f5d0e-52f4-4a0e-9a53-0a4f4a0f8f8d",
  sheet: { portalUrl: "https://portal.example" },
} satisfies ArcDeclinedProps;
