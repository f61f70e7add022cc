import { Letter, type Sheet } from "./letter.tsx";
import { Action, Words } from "./parts.tsx";

export type SupportToCheckProps = {
  /** Whom the letter greets. */
  name: string;
  /** How many lines have an old check. */
  count: number;
  linesUrl: string;
  sheet: Sheet;
};

export default function SupportToCheck({ name, count, linesUrl, sheet }: SupportToCheckProps) {
  return (
    <Letter
      {...sheet}
      why="You get this because you look after this portal. It is sent once in 30 days at most, while a check is old."
    >
      <Words>Hello {name},</Words>
      <Words>
        {count === 1 ? "One line" : `${count} lines`} on Support now {count === 1 ? "was" : "were"} last
        checked more than 60 days ago. Hours and numbers change, and people read there that hours may have.
      </Words>
      <Words>
        Please look at the page of each, or call. Then press “I checked it today”, or put right what has
        changed.
      </Words>
      <Action label="See which ones" url={linesUrl} />
    </Letter>
  );
}

SupportToCheck.PreviewProps = {
  name: "Sergio",
  count: 3,
  linesUrl: "https://portal.example/coach/practice/support",
  sheet: { portalUrl: "https://portal.example" },
} satisfies SupportToCheckProps;
