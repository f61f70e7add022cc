import { Letter } from "./letter.tsx";
import { OwnWords } from "./own-words.tsx";
import { Action, Times, Words } from "./parts.tsx";
import { type SpokenTimes, spokenTimes } from "./several-times.ts";

export type ArcCancelledProps = SpokenTimes & {
  /** Whether the reader cancelled it themselves. */
  byReader: boolean;
  /** Whether the coach had said yes before; else it was only asked for. */
  wasConfirmed: boolean;
  /** What stays as it was, in the same words. */
  stays: string[];
};

export default function ArcCancelled(props: ArcCancelledProps) {
  const { name, byReader, wasConfirmed, times, stays, zone, sessionUrl, passage, sheet } = props;
  const these = times.length === 1 ? "this time" : "these times";
  return (
    <Letter {...sheet} why="You get this because a time was cancelled. Mail about bookings is always sent.">
      <Words>Hello {name},</Words>
      <Words>{openingOf({ byReader, wasConfirmed, coach: props.with, these })}</Words>
      <OwnWords {...passage} />
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
  ...spokenTimes,
  byReader: true,
  wasConfirmed: true,
  stays: ["Tuesday 1 December, 10:00 to 11:15"],
} satisfies ArcCancelledProps;
