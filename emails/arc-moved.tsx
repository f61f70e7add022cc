import { Letter } from "./letter.tsx";
import { OwnWords } from "./own-words.tsx";
import { Action, Times, Words } from "./parts.tsx";
import { type SpokenTimes, spokenTimes } from "./several-times.ts";

export type ArcMovedProps = SpokenTimes & {
  /** Where each now is: "Tuesday 8 December, 10:00 to 18:00, before on Monday 7 December, 10:00". */
  times: string[];
  /** Whether the reader moved it themselves. */
  byReader: boolean;
  /** What is cancelled with it: "Thursday 10 December, 18:00 to 19:00". */
  went: string[];
  /** What stays as it was, in the same words. */
  stays: string[];
};

export default function ArcMoved(props: ArcMovedProps) {
  const { name, byReader, times, went, stays, zone, sessionUrl, passage, sheet } = props;
  const what = times.length === 1 ? "a time" : "times";
  return (
    <Letter {...sheet} why="You get this because a time was moved. Mail about bookings is always sent.">
      <Words>Hello {name},</Words>
      <Words>
        {byReader ? `You moved ${what} with ${props.with}.` : `${props.with} moved ${what} with you.`}
      </Words>
      <OwnWords {...passage} />
      <Words>Now it is:</Words>
      <Times times={times} zone={zone} />
      {went.length > 0 && (
        <>
          <Words>This is cancelled along with it:</Words>
          <Times times={went} zone={zone} />
        </>
      )}
      {stays.length > 0 && (
        <>
          <Words>This stays as it was:</Words>
          <Times times={stays} zone={zone} />
        </>
      )}
      <Action label="Look at your times" url={sessionUrl} />
      <Words>
        The files with this mail change the entries in your calendar. If an old one stays there, you can
        delete it.
      </Words>
    </Letter>
  );
}

ArcMoved.PreviewProps = {
  ...spokenTimes,
  byReader: true,
  times: [
    "Tuesday 8 December, 10:00 to 18:00, before on Monday 7 December, 10:00",
    "Thursday 10 December, 18:00 to 19:00, before on Wednesday 9 December, 18:00",
  ],
  went: ["Tuesday 15 December, 18:00 to 19:00"],
  stays: ["Tuesday 1 December, 10:00 to 11:15"],
} satisfies ArcMovedProps;
