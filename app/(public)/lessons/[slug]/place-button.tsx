import type { ShownBlock } from "#lib/lessons/shown-lesson.ts";
import { lessonForm } from "./form-name.ts";

type Props = { lessonId: string; block: ShownBlock; isKept: boolean };

/** Keeps the reader's place at this block, by their own act, or lets it go. */
export function PlaceButton({ lessonId, block: { anchor }, isKept }: Props) {
  return (
    <button
      type="submit"
      className="lesson__place"
      form={lessonForm}
      formAction={`/api/lessons/${lessonId}/place`}
      name="place"
      value={isKept ? "" : anchor}
      data-said={isKept ? "Your place is let go." : "Your place is kept."}
      aria-describedby={`${anchor}-name`}
      lang="en"
    >
      {isKept ? "You kept your place here. Let it go" : "Keep my place here"}
    </button>
  );
}
