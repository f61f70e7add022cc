const allowed =
  /^\/(book|sessions|lessons|account|coach)(\/[\w-]{1,64}){0,4}(\?[\w=&%.:+-]{1,300})?(#[a-z][a-z\d-]{0,63})?$/;

/** The path when it is one of the portal's own that a person may be sent on to. Nothing leads elsewhere. */
export function ownPath(path: string | null | undefined): string | undefined {
  return typeof path === "string" && allowed.test(path) ? path : undefined;
}

/** Where a person goes after signing in: where they wanted to, if that is a place for them. */
export function pathAfterSignIn(role: "client" | "coach", wanted: string | undefined): string {
  const path = ownPath(wanted);
  const isIn = (part: string) => path !== undefined && path.split(/[/?#]/)[1] === part;
  // Lessons are read by everybody.
  if (path && isIn("lessons")) return path;
  const isDesk = isIn("coach");
  if (role === "coach") return isDesk && path ? path : "/coach";
  return path && !isDesk ? path : "/sessions";
}

export function pathToSignIn(from: string | null) {
  const path = ownPath(from);
  return path ? (`/sign-in?next=${encodeURIComponent(path)}` as const) : "/sign-in";
}
