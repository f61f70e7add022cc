import { Letter, type Sheet } from "./letter.tsx";
import { Action, Times, Words } from "./parts.tsx";

export type ArcCancelledProps = {
  /** Whom the letter greets. */
  name: string;
  /** Whom they would have met. */
  with: string;
  /** Whether the reader cancelled it themselves. */
  byReader: boolean;
  /** Whether the coach had said yes before; else it was only asked for. */
  wasConfirmed: boolean;
  /** Each "Tuesday 8 December, 18:00 to 19:15". */
  times: string[];
  /** "Lisbon time (Europe/Lisbon)". */
  zone: string;
  /** What stays as it was, in the same words. */
  stays: string[];
  /** The page of these meetings. */
  sessionUrl: string;
  sheet: Sheet;
};

export default function ArcCancelled(props: ArcCancelledProps) {
  const { name, byReader, wasConfirmed, times, stays, zone, sessionUrl, sheet } = props;
  const these = times.length === 1 ? "this time" : "these times";
  return (
    <Letter {...sheet} why="You get this because a time was cancelled. Mail about bookings is always sent.">
      <Words>Hello {name},</Words>
      <Words>{openingOf({ byReader, wasConfirmed, coach: props.with, these })}</Words>
      <Times times={times} zone={zone} />
      {wasConfirmed && (
        <Words>
          The files with this mail take them out of your calendar. If one stays there, you can delete it.
        </Words>
      )}
      {stays.length > 0 && (
        <>
          <Words>This stays as it was:</Words>
          <Times times={stays} zone={zone} />
        </>
      )}
      <Words>Nothing else is needed.</Words>
      <Action label="Look at your times" url={sessionUrl} />
    </Letter>
  );
}

type Opening = { byReader: boolean; wasConfirmed: boolean; coach: string; these: string };

function openingOf({ byReader, wasConfirmed, coach, these }: Opening): string {
  if (!wasConfirmed && byReader) return `You took back your wish for ${these} with ${coach}.`;
  return byReader ? `You cancelled ${these} with ${coach}.` : `${coach} cancelled ${these} with you.`;
}

ArcCancelled.PreviewProps = {
  name: "Alex",
  with: "Sergio",
  byReader: true,
  wasConfirmed: true,
  times: ["Tuesday 8 December, 10:00 to 18:00", "Thursday 10 December, 18:00 to 19:00"],
  stays: ["Tuesday 1 December, 10:00 to 11:15"],
  zone: "Lisbon time (Europe/Lisbon)",
  sessionUrl: "https://portal.example/sessions/7d1f5d0e-52f4-4a0e-9a53-0a4f4a0f8f8d",
  sheet: { portalUrl: "https://portal.example" },
} satisfies ArcCancelledProps;
