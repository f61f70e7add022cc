"use client";

import Link from "next/link";
import { useState } from "react";
import { sendJson } from "#app/send.ts";
import { Actions, Button } from "#app/ui/button.tsx";

/** For a mail that does not come. */
export function NoMailYet({ holdId }: { holdId: string }) {
  const [said, setSaid] = useState("");
  async function resend() {
    setSaid("One moment.");
    const sent = await sendJson(`/api/holds/${holdId}/resend`, {});
    setSaid(sent.ok ? "A new mail is on its way." : sent.error.message);
  }
  return (
    <details className="fold mt-5">
      <summary>No mail yet?</summary>
      <div className="grid gap-3 pt-2 pb-4">
        <p>It can take a minute or two. Please look in the folder for unwanted mail as well.</p>
        <Actions>
          <Button type="button" look="plain" onClick={() => void resend()}>
            Send a new code
          </Button>
          <Link className="button button--quiet" href="/book" prefetch={false}>
            Use another address
          </Link>
        </Actions>
        <p role="status">{said}</p>
      </div>
    </details>
  );
}
