import { type ClientAct, oneAct } from "./client-act.ts";
import { Letter } from "./letter.tsx";
import { Action, Times, Words } from "./parts.tsx";

export default function CoachBooked(props: ClientAct) {
  const { name, who, times, zone, sessionUrl, sheet } = props;
  return (
    <Letter {...sheet} why="You get this because somebody booked a time with you.">
      <Words>Hello {name},</Words>
      <Words>{who} booked a time with you:</Words>
      <Times times={times} zone={zone} />
      <Words>There is nothing that you need to do. It stands in your book.</Words>
      <Action label="Look at it" url={sessionUrl} />
    </Letter>
  );
}

CoachBooked.PreviewProps = oneAct;
