import { Letter } from "./letter.tsx";
import { OwnWords } from "./own-words.tsx";
import { Action, Aside, Words } from "./parts.tsx";
import ReflectionOpen, { type ReflectionOpenProps } from "./reflection-open.tsx";

type ReflectionReminderProps = Omit<ReflectionOpenProps, "minutes" | "wanted" | "again">;

export default function ReflectionReminder(props: ReflectionReminderProps) {
  const { name, with: coach, day, isAsked, pageUrl, passage, sheet } = props;
  return (
    <Letter {...sheet} why={`You get this because you meet ${coach} soon.`}>
      <Words>Hello {name},</Words>
      <Words>
        You meet {coach} on {day}. Your questions are here if you would like to write a little, or to add to
        what you have.
      </Words>
      <OwnWords {...passage} />
      <Action label="Open the questions" url={pageUrl} />
      <Words>
        Only {coach} reads what you write, and only once you share it.{" "}
        {isAsked
          ? `What you leave blank you can talk through with ${coach} instead, before you begin.`
          : "You meet either way."}
      </Words>
      <Aside>We do not write about them again.</Aside>
    </Letter>
  );
}

const { minutes: _, wanted: __, again: ___, ...same } = ReflectionOpen.PreviewProps;
ReflectionReminder.PreviewProps = same satisfies ReflectionReminderProps;
