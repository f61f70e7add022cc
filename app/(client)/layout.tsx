import type { ReactNode } from "react";
import { DemoBanner } from "#app/ui/banner.tsx";
import { Shell } from "#app/ui/shell.tsx";
import { SignOut } from "#app/ui/sign-out.tsx";
import { ownFailingAddress } from "#lib/auth/viewer.ts";
import { settings } from "#lib/running/settings.ts";
import { MailComesBack } from "./mail-comes-back.tsx";

export default async function ClientLayout({ children }: { children: ReactNode }) {
  // The frame stands even when nobody can tell who looks; the page says so inside it. It asks no question of its own:
  // whether that or the page's was answered first would show in the bytes.
  const address = await ownFailingAddress().catch(() => undefined);
  return (
    <Shell
      who="client"
      signOut={<SignOut />}
      banner={
        <>
          {settings().demo && <DemoBanner />}
          {address && <MailComesBack address={address} />}
        </>
      }
    >
      {children}
    </Shell>
  );
}
