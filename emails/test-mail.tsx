import { Letter, type Sheet } from "./letter.tsx";
import { Action, Words } from "./parts.tsx";

export type TestMailProps = {
  /** Whom the letter greets. */
  name: string;
  practiceUrl: string;
  sheet: Sheet;
};

export default function TestMail({ name, practiceUrl, sheet }: TestMailProps) {
  return (
    <Letter {...sheet} why="You get this because you asked your portal for a test.">
      <Words>Hello {name},</Words>
      <Words>This is the test that you asked for. Mail from your portal reaches you.</Words>
      <Action label="Back to the practice" url={practiceUrl} />
    </Letter>
  );
}

TestMail.PreviewProps = {
  name: "Sergio",
  practiceUrl: "https://portal.example/coach/practice",
  sheet: { portalUrl: "https://portal.example" },
} satisfies TestMailProps;
