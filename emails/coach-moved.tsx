import { Letter, type Sheet } from "./letter.tsx";
import { Action, Times, Words } from "./parts.tsx";

export type CoachMovedProps = {
  /** Whom the letter greets. */
  name: string;
  /** Who it is about: "Ada", "Jo and Ute". */
  who: string;
  /** Each "Tuesday 8 December, 18:00 to 19:15". */
  times: string[];
  /** "Lisbon time (Europe/Lisbon)". */
  zone: string;
  /** What is cancelled with it. */
  went: string[];
  /** It was asked for, or has to be agreed on anew, so it waits for the coach's answer. */
  isAsked: boolean;
  /** The page on which the coach sees it. */
  sessionUrl: string;
  sheet: Sheet;
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
  name: "Sergio",
  who: "Alex",
  times: ["Tuesday 8 December, 18:00 to 19:15, before on Monday 7 December, 18:00"],
  went: [],
  isAsked: false,
  zone: "Lisbon time (Europe/Lisbon)",
  sessionUrl: "https://portal.example/coach/sessions/7d1f5d0e-52f4-4a0e-9a53-0a4f4a0f8f8d",
  sheet: {
    portalUrl: "https://portal.example",
    choicesUrl: "https://portal.example/coach/account",
    offUrl: "https://portal.example/mail/off?t=Zk3mB0c9Qy7w",
  },
} satisfies CoachMovedProps;
