import { Status } from "#app/ui/status.tsx";

/** How a section stands, beside its button. */
export function SaveStatus(state: { isSaving: boolean; isChanged: boolean; isSaved: boolean }) {
  const isSaved = state.isSaved && !state.isChanged && !state.isSaving;
  return <Status done={isSaved}>{wordsFor(state)}</Status>;
}

function wordsFor({
  isSaving,
  isChanged,
  isSaved,
}: {
  isSaving: boolean;
  isChanged: boolean;
  isSaved: boolean;
}) {
  if (isSaving) return "Saving";
  if (isChanged) return "Changed, not saved yet";
  return isSaved ? "Saved" : "";
}
