import type { Who } from "#app/ui/shell.tsx";
import { isOwner } from "#lib/auth/proven.ts";
import type { Viewer } from "#lib/auth/viewer.ts";

/** Whose frame it is. */
export function whoLooks(viewer: Viewer | undefined): Who {
  return isOwner(viewer) ? "owner" : (viewer?.role ?? "visitor");
}
