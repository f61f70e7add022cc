import { Letter, type Sheet } from "./letter.tsx";
import { Action, Times, Words } from "./parts.tsx";

export type CoachCancelledProps = {
  /** Whom the letter greets. */
  name: string;
  /** Who it is about: "Ada", "Jo and Ute". */
  who: string;
  /** Each "Tuesday 8 December, 18:00 to 19:15". */
  times: string[];
  /** "Lisbon time (Europe/Lisbon)". */
  zone: string;
  /** The coach had not said yes yet. */
  wasAsked: boolean;
  /** The page on which the coach sees it. */
  sessionUrl: string;
  sheet: Sheet;
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
  name: "Sergio",
  who: "Alex",
  times: ["Tuesday 8 December, 18:00 to 19:15"],
  wasAsked: false,
  zone: "Lisbon time (Europe/Lisbon)",
  sessionUrl: "https://portal.example/coach/sessions/7d1f5d0e-52f4-4a0e-9a53-0a4f4a0f8f8d",
  sheet: {
    portalUrl: "https://portal.example",
    choicesUrl: "https://portal.example/coach/account",
    offUrl: "https://portal.example/mail/off?t=Zk3mB0c9Qy7w",
  },
} satisfies CoachCancelledProps;
