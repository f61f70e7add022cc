"use client";

import type { ReactNode } from "react";

/** Opens what a link leads to in a window of its own, so that the frame goes on showing the lesson. */
export function LinksOutside({ children }: { children: ReactNode }) {
  return (
    <div
      onClickCapture={(event) => {
        const link = event.target instanceof Element ? event.target.closest("a") : null;
        if (!link?.href || link.getAttribute("href")?.startsWith("#")) return;
        event.preventDefault();
        event.stopPropagation();
        open(link.href, "_blank", "noopener,noreferrer");
      }}
    >
      {children}
    </div>
  );
}
