import type { ReactNode } from "react";
import { DeskKeys } from "#app/coach/desk-keys.tsx";
import { DemoBanner } from "#app/ui/banner.tsx";
import { Shell } from "#app/ui/shell.tsx";
import { SignOut } from "#app/ui/sign-out.tsx";
import { isOwner } from "#lib/auth/proven.ts";
import { currentViewer } from "#lib/auth/viewer.ts";
import { settings } from "#lib/running/settings.ts";

export default async function CoachLayout({ children }: { children: ReactNode }) {
  // The frame stands even when nobody can tell who looks; the page says so inside it.
  const viewer = await currentViewer().catch(() => undefined);
  return (
    <Shell
      who={isOwner(viewer) ? "owner" : "coach"}
      signOut={
        <>
          <DeskKeys />
          <SignOut />
        </>
      }
      banner={settings().demo && <DemoBanner />}
    >
      {children}
    </Shell>
  );
}
