import type { ReactNode } from "react";
import { PortalShell } from "#app/portal-shell.tsx";

export default function PublicLayout({ children }: { children: ReactNode }) {
  return <PortalShell>{children}</PortalShell>;
}
