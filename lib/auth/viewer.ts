import { headers } from "next/headers";
import { notFound, redirect } from "next/navigation";
import { cache } from "react";
import { currentSession } from "#lib/auth/current-session.ts";
import { pathToSignIn } from "#lib/auth/next-path.ts";
import {
  type ClientViewer,
  type CoachViewer,
  isOwner,
  type OwnerViewer,
  type Viewer,
} from "#lib/auth/proven.ts";

export type { ClientViewer, CoachViewer, OwnerViewer, Viewer };

const sessionOfRequest = cache(currentSession);

/** Who is looking, read once for each request. Throws `Unavailable` when nobody can tell, so that nobody seems signed out. */
export async function currentViewer(): Promise<Viewer | undefined> {
  return (await sessionOfRequest())?.viewer;
}

/** The address of whoever looks, where mail to it comes back. Read with who they are: a page's frame need not ask again. */
export async function ownFailingAddress(): Promise<string | undefined> {
  return (await sessionOfRequest())?.failingAddress;
}

/** For pages that need somebody. Others are asked to sign in and come back. */
export async function requireViewer(): Promise<Viewer> {
  return (await currentViewer()) ?? redirect(pathToSignIn((await headers()).get("x-attune-path")));
}

/** For a client's pages. For a coach they do not exist. */
export async function requireClient(): Promise<ClientViewer> {
  const viewer = await requireViewer();
  return viewer.role === "client" ? viewer : notFound();
}

/** For a coach's pages. For a client they do not exist. */
export async function requireCoach(): Promise<CoachViewer> {
  const viewer = await requireViewer();
  return viewer.role === "coach" ? viewer : notFound();
}

/** For the owner's pages. For other coaches, as for clients, they do not exist. */
export async function requireOwner(): Promise<OwnerViewer> {
  const viewer = await requireViewer();
  return isOwner(viewer) ? viewer : notFound();
}
