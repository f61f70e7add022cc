import { Letter, type Sheet } from "./letter.tsx";
import { Action, Times, Words } from "./parts.tsx";

export type CoachUnansweredProps = {
  /** Whom the letter greets. */
  name: string;
  /** Who it is about: "Ada", "Jo and Ute". */
  who: string;
  /** Each "Tuesday 8 December, 18:00 to 19:15". */
  times: string[];
  /** "Lisbon time (Europe/Lisbon)". */
  zone: string;
  /** The page on which the coach sees it. */
  sessionUrl: string;
  sheet: Sheet;
};

export default function CoachUnanswered(props: CoachUnansweredProps) {
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

CoachUnanswered.PreviewProps = {
  name: "Sergio",
  who: "Alex",
  times: ["Tuesday 8 December, 18:00 to 19:15"],
  zone: "Lisbon time (Europe/Lisbon)",
  sessionUrl: "https://portal.example/coach/sessions/7d1f5d0e-52f4-4a0e-9a53-0a4f4a0f8f8d",
  sheet: {
    portalUrl: "https://portal.example",
    choicesUrl: "https://portal.example/coach/account",
    offUrl: "https://portal.example/mail/off?t=Zk3mB0c9Qy7w",
  },
} satisfies CoachUnansweredProps;
