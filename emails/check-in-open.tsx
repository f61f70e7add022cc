import { Letter, type Sheet } from "./letter.tsx";
import { OwnWords, type Passage } from "./own-words.tsx";
import { Action, Aside, Words } from "./parts.tsx";

export type CheckInOpenProps = {
  /** Whom the letter greets. */
  name: string;
  /** Who would like to know. */
  with: string;
  /** When another letter comes if nothing is shared: "Monday". Left out: none does. */
  again?: string | undefined;
  /** Where it is answered, behind signing in. */
  pageUrl: string;
  /** A few sentences after the first. */
  passage: Passage;
  sheet: Sheet;
};

export default function CheckInOpen({ name, with: coach, again, pageUrl, passage, sheet }: CheckInOpenProps) {
  return (
    <Letter {...sheet} why={`You get this because you met ${coach}.`}>
      <Words>Hello {name},</Words>
      <Words>
        There is a place to tell {coach} how you are, if you would like. It takes about two minutes. Skip what
        you like.
      </Words>
      <OwnWords {...passage} />
      <Action label="Say how you are" url={pageUrl} />
      <Words>Only {coach} reads what you write, and only once you share it.</Words>
      <Aside>
        {again
          ? `If you leave it, we write once more on ${again} and then not again. Leaving it is fine.`
          : "If you leave it, we do not write about it again. Leaving it is fine."}
      </Aside>
    </Letter>
  );
}

CheckInOpen.PreviewProps = {
  name: "Alex",
  with: "Sergio",
  again: "Monday",
  pageUrl:
    "https://portal.example/sign-in?next=%2Fsessions%2F7d1f5d0e-52f4-4a0e-9a53-0a4f4a0f8f8d%2Fcheck-in%2F7",
  passage: { words: "" },
  sheet: {
    portalUrl: "https://portal.example",
    choicesUrl: "https://portal.example/account",
    offUrl: "https://portal.example/mail/off?t=Zk3mB0c9Qy7w",
  },
} satisfies CheckInOpenProps;
