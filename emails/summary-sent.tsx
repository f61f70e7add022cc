import { Letter, type Sheet } from "./letter.tsx";
import { Action, Aside, Words } from "./parts.tsx";

export type SummarySentProps = {
  /** Whom the letter greets. */
  name: string;
  /** Who wrote it. */
  with: string;
  /** Where it is read, behind signing in. */
  readUrl: string;
  sheet: Sheet;
};

export default function SummarySent({ name, with: coach, readUrl, sheet }: SummarySentProps) {
  return (
    <Letter {...sheet} why={`You get this because you meet ${coach}.`}>
      <Words>Hello {name},</Words>
      <Words>{coach} wrote something for you after you met. It is short, and there is no hurry.</Words>
      <Action label="Read it" url={readUrl} />
      <Aside>Nobody is told whether or when you open it. It stays there, and you can come back to it.</Aside>
    </Letter>
  );
}

SummarySent.PreviewProps = {
  name: "Alex",
  with: "Sergio",
  readUrl: "https://portal.example/sign-in?next=%2Fsessions",
  sheet: {
    portalUrl: "https://portal.example",
    choicesUrl: "https://portal.example/account",
    offUrl: "https://portal.example/mail/off?t=Zk3mB0c9Qy7w",
  },
} satisfies SummarySentProps;
