import type { ShownBlock } from "#lib/lessons/shown-lesson.ts";
import { placeForm } from "./lesson-forms.tsx";

/** Keeps the reader's place at this block, by their own act, or lets it go. */
export function PlaceButton({ block: { anchor, heading }, isKept }: { block: ShownBlock; isKept: boolean }) {
  return (
    <p className="lesson__place" lang="en">
      {isKept && <span>You kept your place here.</span>}
      <button
        type="submit"
        form={placeForm}
        name="place"
        value={isKept ? "" : anchor}
        data-said={isKept ? "Your place is let go." : "Your place is kept."}
      >
        {isKept ? "Let it go" : "Keep my place here"}
        <span className="unseen">: {heading}</span>
      </button>
    </p>
  );
}
