"use client";

import { useEffect, useState } from "react";
import type { SendError } from "#app/send.ts";
import { Notice } from "./notice.tsx";

/** Why something was not done, where it was tried. What was typed stays on the page beneath it. */
export function Refused({ error, className = "" }: { error: SendError; className?: string }) {
  const [here, setHere] = useState("/");
  useEffect(() => setHere(location.pathname), []);
  return (
    <Notice kind="mind" role="alert" className={className}>
      <p>{error.message}</p>
      {error.code === "signed_out" && (
        <p>
          {/* In a tab of its own, so that this one keeps what was typed. */}
          <a href={`/sign-in?next=${encodeURIComponent(here)}`} target="_blank" rel="noreferrer">
            Sign in
          </a>
          , then try again here.
        </p>
      )}
    </Notice>
  );
}
