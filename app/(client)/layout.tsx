import type { ReactNode } from "react";
import { DemoBanner } from "#app/ui/banner.tsx";
import { Shell } from "#app/ui/shell.tsx";
import { SignOut } from "#app/ui/sign-out.tsx";
import { settings } from "#lib/running/settings.ts";
import { MailComesBack } from "./mail-comes-back.tsx";

export default function ClientLayout({ children }: { children: ReactNode }) {
  return (
    <Shell
      who="client"
      signOut={<SignOut />}
      banner={
        <>
          {settings().demo && <DemoBanner />}
          <MailComesBack />
        </>
      }
    >
      {children}
    </Shell>
  );
}
