import type { Metadata, Route } from "next";
import { cookies } from "next/headers";
import { redirect } from "next/navigation";
import { Main, PageHead } from "#app/ui/main.tsx";
import { knownBrowserHash } from "#lib/auth/browser.ts";
import { browserCookie } from "#lib/auth/cookies.ts";
import { type Link, lookAtLink } from "#lib/auth/look-at-link.ts";
import { ownPath, pathAfterSignIn } from "#lib/auth/next-path.ts";
import { currentViewer } from "#lib/auth/viewer.ts";
import { clockWords, dayWords } from "#lib/time/words.ts";
import { zoneWords } from "#lib/time/zones.ts";
import { EndedLink } from "./ended-link.tsx";
import { OpenLink } from "./open-link.tsx";

export const metadata: Metadata = { title: "Sign in" };

/** Where the link of a mail leads. It changes nothing until somebody presses: some mail programs open every link. */
export default async function ConfirmPage({ searchParams }: PageProps<"/sign-in/confirm">) {
  const { t, next: wanted } = await searchParams;
  const token = typeof t === "string" ? t : "";
  const next = typeof wanted === "string" ? ownPath(wanted) : undefined;
  const browserHash = knownBrowserHash((await cookies()).get(browserCookie())?.value);
  const link = await lookAtLink(token, browserHash, Date.now());
  if (link.state === "ended") {
    const viewer = await currentViewer();
    if (viewer) redirect(pathAfterSignIn(viewer.role, next) as Route);
  }
  return (
    <Main>
      <PageHead title={link.hold && link.state === "open" ? "Confirm your time" : "Sign in"} tight />
      {link.state === "open" ? (
        <OpenLink
          {...{ token, next }}
          address={link.address ?? ""}
          isBound={link.isBound}
          time={timeOf(link)}
        />
      ) : (
        <EndedLink {...{ token, next }} address={link.address} wasHold={link.hold !== undefined} isFirst />
      )}
    </Main>
  );
}

function timeOf({ hold }: Link): { when: string; zone: string } | undefined {
  if (!hold) return undefined;
  const { start, end, zone } = hold;
  return {
    when: `${dayWords(start, zone)}, ${clockWords(start, zone)} to ${clockWords(end, zone)}`,
    zone: `${zoneWords(zone)} (${zone})`,
  };
}
