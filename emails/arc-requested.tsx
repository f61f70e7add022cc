import { Letter } from "./letter.tsx";
import { OwnWords } from "./own-words.tsx";
import { Action, Times, Words } from "./parts.tsx";
import { type SpokenTimes, spokenTimes } from "./several-times.ts";

export default function ArcRequested(props: SpokenTimes) {
  const { name, times, zone, sessionUrl, passage, sheet } = props;
  return (
    <Letter {...sheet} why="You get this because you asked for a time. Mail about bookings is always sent.">
      <Words>Hello {name},</Words>
      <Words>
        You asked {props.with} for {times.length === 1 ? "this time" : "these times, which belong together"}.
      </Words>
      <OwnWords {...passage} />
      <Times times={times} zone={zone} />
      <Words>
        {times.length === 1 ? "It is" : "All of them are"} kept for you until {props.with} answers. You get a
        note then. Nothing is fixed yet, and you can take it back on the page at any time.
      </Words>
      <Action label="See what you asked for" url={sessionUrl} />
    </Letter>
  );
}

ArcRequested.PreviewProps = spokenTimes;
