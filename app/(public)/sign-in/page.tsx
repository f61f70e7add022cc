import type { Metadata, Route } from "next";
import { redirect } from "next/navigation";
import { Main, PageHead } from "#app/ui/main.tsx";
import { listDemoPeople } from "#lib/auth/demo-people.ts";
import { ownPath, pathAfterSignIn } from "#lib/auth/next-path.ts";
import { currentViewer } from "#lib/auth/viewer.ts";
import { SignIn } from "./sign-in.tsx";

export const metadata: Metadata = { title: "Sign in" };

export default async function SignInPage({ searchParams }: PageProps<"/sign-in">) {
  const [viewer, asked] = await Promise.all([currentViewer(), searchParams]);
  const next = typeof asked.next === "string" ? ownPath(asked.next) : undefined;
  if (viewer) redirect(pathAfterSignIn(viewer.role, next) as Route);
  return (
    <Main>
      <PageHead title="Sign in" tight>
        <p className="quiet">No password. A mail with a link and a code, and you are in.</p>
      </PageHead>
      <noscript>
        <p className="notice notice--mind">
          Signing in needs scripts in your browser. Support now works without.
        </p>
      </noscript>
      <SignIn next={next} demo={listDemoPeople()} />
    </Main>
  );
}
