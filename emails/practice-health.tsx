import { Letter, type Sheet } from "./letter.tsx";
import { Action, Words } from "./parts.tsx";

export type PracticeHealthProps = {
  /** Whom the letter greets. */
  name: string;
  /** What is not well, how it is, and what to do. */
  lines: { name: string; said: string; todo: string }[];
  practiceUrl: string;
  sheet: Sheet;
};

export default function PracticeHealth({ name, lines, practiceUrl, sheet }: PracticeHealthProps) {
  return (
    <Letter
      {...sheet}
      why="You get this because you look after this portal. It is sent once a day at most, while something is not well."
    >
      <Words>Hello {name},</Words>
      <Words>Something in your portal is not well.</Words>
      {lines.map((line) => (
        <Words key={line.name}>
          {line.name}: {line.said} {line.todo}
        </Words>
      ))}
      <Action label="See how all is" url={practiceUrl} />
    </Letter>
  );
}

PracticeHealth.PreviewProps = {
  name: "Sergio",
  lines: [
    {
      name: "Backups",
      said: "The newest is 4 days old.",
      todo: "Please see to what makes the backups, and try whether the newest one can be read.",
    },
    {
      name: "Mail",
      said: "2 letters could not be sent.",
      todo: "Mail of the practice names each of them, and can send one again.",
    },
  ],
  practiceUrl: "https://portal.example/coach/practice",
  sheet: { portalUrl: "https://portal.example" },
} satisfies PracticeHealthProps;
