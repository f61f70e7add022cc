import type { ClientViewer, Viewer } from "#lib/auth/viewer.ts";
import { NotFound } from "#lib/refusal.ts";

/** For a coach writing does not exist. */
export function demandClient(viewer: Viewer): ClientViewer {
  if (viewer.role !== "client") throw new NotFound();
  return viewer;
}
