import { Letter, type Sheet } from "./letter.tsx";
import { OwnWords, type Passage } from "./own-words.tsx";
import { Action, Aside, Words } from "./parts.tsx";

export type ReflectionOpenProps = {
  /** Whom the letter greets. */
  name: string;
  /** Whom they will meet. */
  with: string;
  /** When: "Tuesday 8 December". Never the hour: a meeting that moves within its day leaves the letter true. */
  day: string;
  /** About how long it takes: "8 minutes". */
  minutes: string;
  /** How many of the questions are asked for, the others being free to leave. */
  wanted: number;
  /** Those that are asked for are gone through aloud where they are left blank. */
  isAsked: boolean;
  /** When another letter comes if nothing is shared: "Monday". Left out: none does. */
  again?: string | undefined;
  /** Where they are answered, behind signing in. */
  pageUrl: string;
  /** A few sentences after the first. */
  passage: Passage;
  sheet: Sheet;
};

export default function ReflectionOpen(props: ReflectionOpenProps) {
  const { name, with: coach, day, minutes, wanted, isAsked, again, pageUrl, passage, sheet } = props;
  return (
    <Letter {...sheet} why={`You get this because you meet ${coach} soon.`}>
      <Words>Hello {name},</Words>
      <Words>
        Before you meet {coach} on {day}, there are a few questions for you, if you would like.
      </Words>
      <OwnWords {...passage} />
      <Words>
        They take about {minutes}. {wantedWords(wanted)} Leave at any point; your words are kept.
      </Words>
      <Action label="Open the questions" url={pageUrl} />
      <Words>
        Only {coach} reads what you write, and only once you share it.{" "}
        {isAsked
          ? `What you leave blank you can talk through with ${coach} instead, before you begin.`
          : "You meet either way."}
      </Words>
      <Aside>
        {again
          ? `If you leave them, we write once more on ${again} and then not again.`
          : "If you leave them, we do not write about them again."}
      </Aside>
    </Letter>
  );
}

function wantedWords(count: number): string {
  if (count === 0) return "All of them can stay blank.";
  const words = ["", "One is", "Two are", "Three are", "Four are", "Five are", "Six are"][count];
  return `${words ?? `${count} are`} asked for, and the rest can stay blank.`;
}

ReflectionOpen.PreviewProps = {
  name: "Alex",
  with: "Sergio",
  day: "Tuesday 8 December",
  minutes: "8 minutes",
  wanted: 3,
  isAsked: false,
  again: "Monday",
  pageUrl:
    "https://portal.example/sign-in?next=%2Fsessions%2F7d1f5d0e-52f4-4a0e-9a53-0a4f4a0f8f8d%2Freflection",
  passage: { words: "" },
  sheet: {
    portalUrl: "https://portal.example",
    choicesUrl: "https://portal.example/account",
    offUrl: "https://portal.example/mail/off?t=Zk3mB0c9Qy7w",
  },
} satisfies ReflectionOpenProps;
