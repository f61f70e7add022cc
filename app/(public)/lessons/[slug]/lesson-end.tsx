import { Actions, Button } from "#app/ui/button.tsx";
import { Notice } from "#app/ui/notice.tsx";
import type { FoundLesson } from "#lib/lessons/queries.ts";
import { lessonForm } from "./form-name.ts";

const endings = [
  { answer: "done", state: "done_for_now", words: "Done for now", look: "act", said: "Done for now." },
  { answer: "aside", state: "set_aside", words: "Not for me today", look: "plain", said: "Set aside." },
] as const;

const told = {
  opened: "Both are fine endings. Every lesson can be reopened.",
  done_for_now: "You said that you are done for now. It stays here, and you can open it again any time.",
  set_aside: "You set it aside. It stays here, and you can open it again any time.",
};

/** Two ways to end a lesson, one as good as the other, and the way back. */
export function LessonEnd({
  progress,
  hasFailed,
}: {
  progress: FoundLesson["progress"];
  hasFailed: boolean;
}) {
  const state = progress?.state ?? "opened";
  const isSaid = state !== "opened";
  const shown = endings.filter((ending) => !isSaid || ending.state === state);
  return (
    <section className="lesson__end" id="end" aria-labelledby="end-name" lang="en">
      <h2 id="end-name">That is the lesson.</h2>
      {hasFailed && (
        <Notice kind="mind" role="alert">
          <p>That was not kept. Nothing else has changed. Please try again.</p>
        </Notice>
      )}
      <p className="quiet">{told[state]}</p>
      <Actions>
        {shown.map(({ answer, words, look, said }) => (
          <Button
            key={answer}
            form={lessonForm}
            name="answer"
            value={isSaid ? "undo" : answer}
            look={isSaid ? "plain" : look}
            data-said={isSaid ? "Taken back." : said}
          >
            {isSaid ? "Undo" : words}
          </Button>
        ))}
      </Actions>
      <p className="quiet small">
        Opening a lesson keeps nothing. Your coach sees “Done for now” only where they suggested the lesson,
        and never what you set aside.
      </p>
    </section>
  );
}
