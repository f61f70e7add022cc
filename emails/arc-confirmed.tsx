import { Letter, type Sheet } from "./letter.tsx";
import { Action, Times, Words } from "./parts.tsx";

export type ArcConfirmedProps = {
  /** Whom the letter greets. */
  name: string;
  /** Whom they will meet. */
  with: string;
  /** Each "Tuesday 8 December, 18:00 to 19:15". */
  times: string[];
  /** "Lisbon time (Europe/Lisbon)". */
  zone: string;
  /** The page of these meetings. */
  sessionUrl: string;
  sheet: Sheet;
};

export default function ArcConfirmed(props: ArcConfirmedProps) {
  const { name, times, zone, sessionUrl, sheet } = props;
  return (
    <Letter {...sheet} why="You get this because a time was booked. Mail about bookings is always sent.">
      <Words>Hello {name},</Words>
      <Words>
        {times.length === 1 ? "Your time" : "Your times"} with {props.with}{" "}
        {times.length === 1 ? "is" : "are"} confirmed:
      </Words>
      <Times times={times} zone={zone} />
      <Action label="Open these meetings" url={sessionUrl} />
      <Words>
        The files with this mail put them into your calendar, in words that tell nobody what they are about.
      </Words>
      <Words>
        If a time stops suiting you, you can move or cancel it on its page. No reason is needed, and nobody
        minds.
      </Words>
    </Letter>
  );
}

ArcConfirmed.PreviewProps = {
  name: "Alex",
  with: "Sergio",
  times: ["Tuesday 8 December, 10:00 to 18:00", "Thursday 10 December, 18:00 to 19:00"],
  zone: "Lisbon time (Europe/Lisbon)",
  sessionUrl: "https://portal.example/sessions/7d1f5d0e-52f4-4a0e-9a53-0a4f4a0f8f8d",
  sheet: { portalUrl: "https://portal.example" },
} satisfies ArcConfirmedProps;
