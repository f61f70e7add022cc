import { Letter, type Sheet } from "./letter.tsx";
import { Action, Times, Words } from "./parts.tsx";

export type CoachRequestedProps = {
  /** Whom the letter greets. */
  name: string;
  /** Who it is about: "Ada", "Jo and Ute". */
  who: string;
  /** Each "Tuesday 8 December, 18:00 to 19:15". */
  times: string[];
  /** "Lisbon time (Europe/Lisbon)". */
  zone: string;
  /** When it is let go if nobody has answered: "Monday 7 December, 18:00". */
  until: string;
  /** One of two who come has not said yet whether it suits. */
  waitsForOther: boolean;
  /** The page on which the coach sees it. */
  sessionUrl: string;
  sheet: Sheet;
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
  name: "Sergio",
  who: "Alex",
  times: ["Tuesday 8 December, 18:00 to 19:15"],
  until: "Tuesday 8 December, 18:00",
  waitsForOther: false,
  zone: "Lisbon time (Europe/Lisbon)",
  sessionUrl: "https://portal.example/coach/sessions/7d1f5d0e-52f4-4a0e-9a53-0a4f4a0f8f8d",
  sheet: {
    portalUrl: "https://portal.example",
    choicesUrl: "https://portal.example/coach/account",
    offUrl: "https://portal.example/mail/off?t=Zk3mB0c9Qy7w",
  },
} satisfies CoachRequestedProps;
