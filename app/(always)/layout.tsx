import type { ReactNode } from "react";
import { DemoBanner } from "#app/ui/banner.tsx";
import { Shell } from "#app/ui/shell.tsx";
import { settings } from "#lib/running/settings.ts";

/** Pages that stand whatever happens: they ask neither who is looking nor the database. */
export default function AlwaysLayout({ children }: { children: ReactNode }) {
  return (
    <Shell who="anyone" banner={settings().demo && <DemoBanner />}>
      {children}
    </Shell>
  );
}
