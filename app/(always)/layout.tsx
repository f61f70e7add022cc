import type { ReactNode } from "react";
import { Shell } from "#app/ui/shell.tsx";

/** Pages that stand whatever happens: they ask neither who is looking nor the database. */
export default function AlwaysLayout({ children }: { children: ReactNode }) {
  return <Shell who="anyone">{children}</Shell>;
}
