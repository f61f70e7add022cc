import type { ReactNode } from "react";
import { Icon } from "./icons.tsx";

/** Always a shape and a word; the colour only agrees. Without a kind it is an open ring: asked for, not settled. */
export type BadgeKind = "asked" | "firm" | "held" | "done" | "off" | "look" | "private" | "talk" | "plain";

export function Badge({ kind = "asked", children }: { kind?: BadgeKind; children: ReactNode }) {
  return (
    <span className={`badge badge--${kind}`}>
      {kind === "private" && <Icon name="lock" />}
      {kind === "talk" && <Icon name="talk" />}
      <span>{children}</span>
    </span>
  );
}
