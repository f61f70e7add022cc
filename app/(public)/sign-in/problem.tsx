import type { SendError } from "#app/send.ts";
import { Notice } from "#app/ui/notice.tsx";

/** What went wrong, unless it is said beside its field. */
export function Problem({ error, unless }: { error: SendError | undefined; unless: string }) {
  if (!error) return null;
  // A field's own words are tied to it; they are spoken once more because focus may be elsewhere.
  if (error.field === unless)
    return (
      <p className="unseen" role="alert">
        {error.message}
      </p>
    );
  return (
    <Notice kind="mind" role="alert">
      <p>{error.message}</p>
    </Notice>
  );
}
