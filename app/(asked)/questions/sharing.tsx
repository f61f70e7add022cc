"use client";

import { useMutation } from "@tanstack/react-query";
import type { Route } from "next";
import Link from "next/link";
import { useRouter } from "next/navigation";
import type { ReactNode } from "react";
import { useAnswering } from "#app/(asked)/answering/answering.tsx";
import { StillMissing } from "#app/(asked)/answering/still-missing.tsx";
import { Actions, Button } from "#app/ui/button.tsx";
import { Refused } from "#app/ui/refused.tsx";
import { missingOf } from "#lib/questions/missing.ts";
import { pathFor } from "./paths.ts";

type SharingProps = {
  coach: { id: string; name: string };
  go: (id: string) => void;
  /** Exactly what the coach will see. */
  preview: ReactNode;
};

/** All of it to look over, what is still wanted, who reads it, and the one act that shares it. */
export function Sharing({ coach, go, preview }: SharingProps) {
  const { answerable, answers, keeping, standing } = useAnswering();
  const router = useRouter();
  const missing = missingOf(answerable.questions, answers);
  const sharing = useMutation({
    // A browser may be wrong about its line; the portal says how it is.
    networkMode: "always",
    mutationFn: () => keeping.sendTo("/api/screenings/share", {}),
    onSuccess: (isDone) => {
      if (!isDone) return;
      router.replace(pathFor(coach.id) as Route);
      router.refresh();
    },
  });
  const isDialog =
    standing.is === "refused" && ["signed_out", "another_person"].includes(standing.error.code);
  return (
    <section className="stack" aria-labelledby="share">
      <h2 id="share" tabIndex={-1}>
        Look it over
      </h2>
      <p className="quiet">
        {coach.name} will see exactly this, in this order. You can go back to any of it.
      </p>
      {preview}
      <StillMissing missing={missing} go={go} />
      <p>
        Only {coach.name} will read this. It is not watched around the clock. If you need help now, see{" "}
        <Link href="/support" prefetch={false}>
          Support now
        </Link>
        .
      </p>
      {missing.length === 0 && (
        <Actions>
          <Button
            type="button"
            aria-disabled={sharing.isPending || undefined}
            onClick={() => !sharing.isPending && sharing.mutate()}
          >
            Share with {coach.name}
          </Button>
          <span className="small quiet">You can change your answers later.</span>
        </Actions>
      )}
      {standing.is === "refused" && standing.isAct && !isDialog && <Refused error={standing.error} />}
    </section>
  );
}
