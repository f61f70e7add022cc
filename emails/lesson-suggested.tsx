import { Letter, type Sheet } from "./letter.tsx";
import { OwnWords, type Passage } from "./own-words.tsx";
import { Action, Aside, Words } from "./parts.tsx";

export type LessonSuggestedProps = {
  /** Whom the letter greets. */
  name: string;
  /** Who thought of it. */
  with: string;
  /** When they meet, where it may help before that: "on Tuesday 8 December". Left out: it may help now. */
  before?: string;
  /** Where it is read, behind signing in. Neither here nor there does an address say what it is about. */
  lessonUrl: string;
  /** A few sentences after the first. */
  passage: Passage;
  sheet: Sheet;
};

export default function LessonSuggested(props: LessonSuggestedProps) {
  const { name, with: coach, before, lessonUrl, passage, sheet } = props;
  return (
    <Letter {...sheet} why={`You get this because you meet ${coach}, who chose it for you.`}>
      <Words>Hello {name},</Words>
      <Words>
        {before
          ? `You meet ${coach} ${before}. Here is something short to read before then, only if you like.`
          : `${coach} thought of something short for you to read now, only if you like.`}
      </Words>
      <OwnWords {...passage} />
      <Action label="Open it" url={lessonUrl} />
      <Words>
        There is no date to keep and nothing to hand in. If you leave it, it goes away by itself, and we do
        not write about it again.
      </Words>
      <Aside>
        {coach} does not see what you read. If you mark it as done for now, {coach} sees that, and nothing
        else.
      </Aside>
    </Letter>
  );
}

LessonSuggested.PreviewProps = {
  name: "Alex",
  with: "Sergio",
  before: "on Tuesday 8 December",
  lessonUrl: "https://portal.example/sign-in?next=%2Flessons%2Fwhen-one-reaches",
  passage: { words: "" },
  sheet: {
    portalUrl: "https://portal.example",
    choicesUrl: "https://portal.example/account",
    offUrl: "https://portal.example/mail/off?t=Zk3mB0c9Qy7w",
  },
} satisfies LessonSuggestedProps;
