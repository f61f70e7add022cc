import { type ClientAct, oneAct } from "./client-act.ts";
import { Letter } from "./letter.tsx";
import { Action, Times, Words } from "./parts.tsx";

export default function CoachUnanswered(props: ClientAct) {
  const { name, who, times, zone, sessionUrl, sheet } = props;
  const isOne = times.length === 1;
  return (
    <Letter {...sheet} why="You get this because somebody asked you for a time.">
      <Words>Hello {name},</Words>
      <Words>
        {who} had asked you for {isOne ? "this time" : "these times"}. There was no answer until it came, so{" "}
        {isOne ? "it was" : "they were"} let go:
      </Words>
      <Times times={times} zone={zone} />
      <Words>{who} got a note that says so. A word from you may be welcome.</Words>
      <Action label="Look at it" url={sessionUrl} />
    </Letter>
  );
}

CoachUnanswered.PreviewProps = oneAct;
