import { useEffect } from "react";
import type { SendError } from "#app/send.ts";
import { Notice } from "#app/ui/notice.tsx";

/** What went wrong. Where a field says it itself, focus goes there instead. */
export function Problem({ error, field }: { error: SendError | undefined; field?: string }) {
  const isOfField = error?.field !== undefined && error.field === field;
  useEffect(() => {
    if (isOfField && error?.field) document.getElementById(error.field)?.focus();
  }, [isOfField, error]);
  if (!error || isOfField) return null;
  return (
    <Notice kind="mind" role="alert">
      <p>{error.message}</p>
    </Notice>
  );
}
