declare const proven: unique symbol;
type Proven<Role extends string> = {
  readonly id: string;
  readonly role: Role;
  readonly sessionId: string;
  readonly [proven]: true;
};

export type ClientViewer = Proven<"client">;
export type CoachViewer = Proven<"coach">;
export type Viewer = ClientViewer | CoachViewer;

type SignedIn = { userId: string; role: "client" | "coach" | "owner"; sessionId: string };

/** The one place where a viewer is made: from a session that was just read or just opened. */
export function viewerOf({ userId, role, sessionId }: SignedIn): Viewer {
  return { id: userId, role: role === "client" ? "client" : "coach", sessionId } as Viewer;
}
