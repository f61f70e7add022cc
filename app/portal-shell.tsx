import type { ReactNode } from "react";
import { DemoBanner } from "#app/ui/banner.tsx";
import { Shell } from "#app/ui/shell.tsx";
import { SignOut } from "#app/ui/sign-out.tsx";
import { whoLooks } from "#app/who-looks.ts";
import { currentViewer } from "#lib/auth/viewer.ts";
import { settings } from "#lib/running/settings.ts";

/** The frame of every page that knows who is looking. */
export async function PortalShell({ children }: { children: ReactNode }) {
  const viewer = await currentViewer();
  return (
    <Shell who={whoLooks(viewer)} signOut={viewer && <SignOut />} banner={settings().demo && <DemoBanner />}>
      {children}
    </Shell>
  );
}
