import { Letter } from "./letter.tsx";
import { OwnWords } from "./own-words.tsx";
import { Action, Times, Words } from "./parts.tsx";
import { type SpokenTimes, twoTimes } from "./several-times.ts";

export default function ArcConfirmed(props: SpokenTimes) {
  const { name, times, zone, sessionUrl, passage, sheet } = props;
  return (
    <Letter {...sheet} why="You get this because a time was booked. Mail about bookings is always sent.">
      <Words>Hello {name},</Words>
      <Words>
        {times.length === 1 ? "Your time" : "Your times"} with {props.with}{" "}
        {times.length === 1 ? "is" : "are"} confirmed.
      </Words>
      <OwnWords {...passage} />
      <Times times={times} zone={zone} />
      <Action label="Open these meetings" url={sessionUrl} />
      <Words>
        The files with this mail put them into your calendar, in words that tell nobody what they are about.
      </Words>
      <Words>
        If a time stops suiting you, you can move or cancel it on its page. No reason is needed, and nobody
        minds.
      </Words>
    </Letter>
  );
}

ArcConfirmed.PreviewProps = {
  ...twoTimes,
  passage: { words: "It is good that this works out." },
} satisfies SpokenTimes;
