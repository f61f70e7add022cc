import { Letter } from "./letter.tsx";
import { OwnWords } from "./own-words.tsx";
import { Action, Times, Words } from "./parts.tsx";
import { type SpokenTimes, spokenTimes } from "./several-times.ts";

export default function ArcDeclined(props: SpokenTimes) {
  const { name, times, zone, sessionUrl, passage, sheet } = props;
  return (
    <Letter {...sheet} why="You get this because you asked for a time. Mail about bookings is always sent.">
      <Words>Hello {name},</Words>
      <Words>
        {props.with} cannot meet you at {times.length === 1 ? "this time" : "these times"}.
      </Words>
      <OwnWords {...passage} />
      <Times times={times} zone={zone} />
      <Words>
        A few words from {props.with} are on the page. You can ask for other times whenever you like.
      </Words>
      <Action label="Read the answer" url={sessionUrl} />
    </Letter>
  );
}

ArcDeclined.PreviewProps = spokenTimes;
