import CheckInOpen, { type CheckInOpenProps } from "./check-in-open.tsx";
import { Letter } from "./letter.tsx";
import { OwnWords } from "./own-words.tsx";
import { Action, Aside, Words } from "./parts.tsx";

type CheckInReminderProps = Omit<CheckInOpenProps, "again">;

export default function CheckInReminder(props: CheckInReminderProps) {
  const { name, with: coach, pageUrl, passage, sheet } = props;
  return (
    <Letter {...sheet} why={`You get this because you met ${coach}.`}>
      <Words>Hello {name},</Words>
      <Words>
        There is still a place to tell {coach} how you are, if you would like. It takes about two minutes, and
        a word or two is enough.
      </Words>
      <OwnWords {...passage} />
      <Action label="Say how you are" url={pageUrl} />
      <Words>Only {coach} reads what you write, and only once you share it.</Words>
      <Aside>We do not write about this one again. Leaving it is fine.</Aside>
    </Letter>
  );
}

const { again: _, ...same } = CheckInOpen.PreviewProps;
CheckInReminder.PreviewProps = same satisfies CheckInReminderProps;
