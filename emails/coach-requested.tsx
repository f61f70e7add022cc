import { type ClientAct, oneAct } from "./client-act.ts";
import { Letter } from "./letter.tsx";
import { Action, Times, Words } from "./parts.tsx";

type CoachRequestedProps = ClientAct & {
  /** When it is let go if nobody has answered: "Monday 7 December, 18:00". */
  until: string;
  /** One of two who come has not said yet whether it suits. */
  waitsForOther: boolean;
};

export default function CoachRequested(props: CoachRequestedProps) {
  const { name, who, times, zone, until, waitsForOther, sessionUrl, sheet } = props;
  const isOne = times.length === 1;
  return (
    <Letter {...sheet} why="You get this because somebody asked you for a time.">
      <Words>Hello {name},</Words>
      <Words>
        {who} would like to meet you at {isOne ? "this time" : "these times, which belong together"}:
      </Words>
      <Times times={times} zone={zone} />
      {waitsForOther && (
        <Words>One of the two has yet to say whether it suits. You can say yes after that.</Words>
      )}
      <Words>
        {isOne ? "It is" : "They are"} kept until you answer. Without an answer {isOne ? "it is" : "they are"}{" "}
        let go on {until}.
      </Words>
      <Action label="Look and answer" url={sessionUrl} />
    </Letter>
  );
}

CoachRequested.PreviewProps = {
  ...oneAct,
  until: "Tuesday 8 December, 18:00",
  waitsForOther: false,
} satisfies CoachRequestedProps;
