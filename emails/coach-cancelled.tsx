import { type ClientAct, oneAct } from "./client-act.ts";
import { Letter } from "./letter.tsx";
import { Action, Times, Words } from "./parts.tsx";

type CoachCancelledProps = ClientAct & {
  /** The coach had not said yes yet. */
  wasAsked: boolean;
};

export default function CoachCancelled(props: CoachCancelledProps) {
  const { name, who, times, zone, wasAsked, sessionUrl, sheet } = props;
  const these = times.length === 1 ? "this time" : "these times";
  return (
    <Letter {...sheet} why="You get this because somebody cancelled a time with you.">
      <Words>Hello {name},</Words>
      <Words>
        {wasAsked
          ? `${who} had asked you for ${these} and took that back:`
          : `${who} cancelled ${these} with you:`}
      </Words>
      <Times times={times} zone={zone} />
      <Words>{times.length === 1 ? "It is" : "They are"} out of your book, and free for others again.</Words>
      <Action label="Look at it" url={sessionUrl} />
    </Letter>
  );
}

CoachCancelled.PreviewProps = {
  ...oneAct,
  wasAsked: false,
} satisfies CoachCancelledProps;
