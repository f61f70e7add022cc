import { type ClientAct, oneAct } from "./client-act.ts";
import { Letter } from "./letter.tsx";
import { Action, Times, Words } from "./parts.tsx";

type CoachMovedProps = ClientAct & {
  /** What is cancelled with it. */
  went: string[];
  /** It was asked for, or has to be agreed on anew, so it waits for the coach's answer. */
  isAsked: boolean;
};

export default function CoachMoved(props: CoachMovedProps) {
  const { name, who, times, went, zone, isAsked, sessionUrl, sheet } = props;
  return (
    <Letter {...sheet} why="You get this because somebody moved a time with you.">
      <Words>Hello {name},</Words>
      <Words>
        {who} moved {times.length === 1 ? "a time" : "times"} with you. Now it is:
      </Words>
      <Times times={times} zone={zone} />
      {went.length > 0 && (
        <>
          <Words>This is cancelled along with it:</Words>
          <Times times={went} zone={zone} />
        </>
      )}
      {isAsked && <Words>It is not fixed yet. It is kept until you answer.</Words>}
      <Action label={isAsked ? "Look and answer" : "Look at it"} url={sessionUrl} />
    </Letter>
  );
}

CoachMoved.PreviewProps = {
  ...oneAct,
  times: ["Tuesday 8 December, 18:00 to 19:15, before on Monday 7 December, 18:00"],
  went: [],
  isAsked: false,
} satisfies CoachMovedProps;
