import { Letter, type Sheet } from "./letter.tsx";
import { Action, Times, Words } from "./parts.tsx";

export type ArcRequestedProps = {
  /** Whom the letter greets. */
  name: string;
  /** Whom they asked. */
  with: string;
  /** Each "Tuesday 8 December, 18:00 to 19:15". */
  times: string[];
  /** "Lisbon time (Europe/Lisbon)". */
  zone: string;
  /** The page of these meetings. */
  sessionUrl: string;
  sheet: Sheet;
};

export default function ArcRequested(props: ArcRequestedProps) {
  const { name, times, zone, sessionUrl, sheet } = props;
  return (
    <Letter {...sheet} why="You get this because you asked for a time. Mail about bookings is always sent.">
      <Words>Hello {name},</Words>
      <Words>
        You asked {props.with} for {times.length === 1 ? "this time" : "these times, which belong together"}:
      </Words>
      <Times times={times} zone={zone} />
      <Words>
        {times.length === 1 ? "It is" : "All of them are"} kept for you until {props.with} answers. You get a
        note then. Nothing is fixed yet, and you can take it back on the page at any time.
      </Words>
      <Action label="See what you asked for" url={sessionUrl} />
    </Letter>
  );
}

ArcRequested.PreviewProps = {
  name: "Alex",
  with: "Sergio",
  times: ["Tuesday 8 December, 10:00 to 18:00", "Thursday 10 December, 18:00 to 19:00"],
  zone: "Lisbon time (Europe/Lisbon)",
  sessionUrl: "https://portal.example/sessions/7d1f5d0e-52f4-4a0e-9a53-0a4f4a0f8f8d",
  sheet: { portalUrl: "https://portal.example" },
} satisfies ArcRequestedProps;
