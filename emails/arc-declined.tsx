import { Letter } from "./letter.tsx";
import { Action, Times, Words } from "./parts.tsx";
import { type SeveralTimes, twoTimes } from "./several-times.ts";

export default function ArcDeclined(props: SeveralTimes) {
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

ArcDeclined.PreviewProps = twoTimes;
