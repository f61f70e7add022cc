import type { ReactNode } from "react";
import { Shell } from "#app/ui/shell.tsx";

export default function PublicLayout({ children }: { children: ReactNode }) {
  return <Shell who="visitor">{children}</Shell>;
}
