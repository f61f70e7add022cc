"use client";

import Link from "next/link";
import type { ReactNode } from "react";
import { useAnswering } from "#app/(asked)/answering/answering.tsx";
import { StillMissing } from "#app/(asked)/answering/still-missing.tsx";
import { Refused } from "#app/ui/refused.tsx";
import { missingOf } from "#lib/questions/missing.ts";
import { useAsked } from "./answering-beside.tsx";
import { ShareForm } from "./share-form.tsx";
import { SharedBox, TakenBackBox } from "./shared-box.tsx";
import { useActs } from "./use-acts.ts";

type SharingProps = {
  later: number | undefined;
  now: number;
  go: (id: string) => void;
  /** What the coach will see, where it stands nowhere else on the page. */
  preview: ReactNode;
};

/** Whether, and when, the coach sees it; what became of that; and how to take it back. */
export function Sharing({ later, now, go, preview }: SharingProps) {
  const asked = useAsked();
  const { answers, standing } = useAnswering();
  const acts = useActs();
  const { about, questions, session, share, takenBack } = asked;
  const { coachName } = session;
  const missing = missingOf(questions, answers);
  const isDialog =
    standing.is === "refused" && ["signed_out", "another_person"].includes(standing.error.code);
  const heading = share
    ? `Shared with ${coachName}`
    : about.kind === "check_in"
      ? "Share, if you like"
      : "Share, when you are ready";
  return (
    <section className="stack" aria-labelledby="share">
      <h2 id="share" tabIndex={-1}>
        {heading}
      </h2>
      <div className="stack" ref={acts.told} tabIndex={-1} aria-live="polite">
        {share && <SharedBox share={share} acts={acts} isComplete={missing.length === 0} now={now} />}
        {!share && takenBack && <TakenBackBox takenBack={takenBack} acts={acts} />}
      </div>
      {preview && !share && (
        <details>
          <summary>What {coachName} will see</summary>
          {preview}
        </details>
      )}
      <StillMissing missing={missing} go={go} />
      {!share && (
        <ShareForm later={later} now={now} acts={acts} isComplete={missing.length === 0}>
          <p>
            Only {coachName} will read this. It is not watched around the clock. If you need help now, see{" "}
            <Link href="/support" prefetch={false}>
              Support now
            </Link>
            .
          </p>
        </ShareForm>
      )}
      {standing.is === "refused" && standing.isAct && !isDialog && <Refused error={standing.error} />}
    </section>
  );
}
