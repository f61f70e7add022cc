"use client";

import type { ComponentProps } from "react";
import ErrorPage from "#app/error.tsx";
import { Shell } from "#app/ui/shell.tsx";

/** These pages bring their own frame, which is gone with what went wrong. */
export default function AskedError(problem: ComponentProps<typeof ErrorPage>) {
  return (
    <Shell who="anyone">
      <ErrorPage {...problem} />
    </Shell>
  );
}
