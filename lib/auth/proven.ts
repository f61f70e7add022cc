declare const proven: unique symbol;
type Proven<Role extends string> = {
  readonly id: string;
  readonly role: Role;
  readonly sessionId: string;
  readonly [proven]: true;
};

export type ClientViewer = Proven<"client">;
/** The owner of the practice is one of its coaches. */
export type CoachViewer = Proven<"coach"> & { readonly isOwner: boolean };
export type OwnerViewer = CoachViewer & { readonly isOwner: true };
export type Viewer = ClientViewer | CoachViewer;

type SignedIn = { userId: string; role: "client" | "coach" | "owner"; sessionId: string };

/** The one place where a viewer is made: from a session that was just read or just opened. */
export function viewerOf({ userId, role, sessionId }: SignedIn): Viewer {
  if (role === "client") return { id: userId, role, sessionId } as ClientViewer;
  return { id: userId, role: "coach", sessionId, isOwner: role === "owner" } as CoachViewer;
}

export function isOwner(viewer: Viewer | undefined): viewer is OwnerViewer {
  return viewer?.role === "coach" && viewer.isOwner;
}
