"use client";

import { useSending } from "#app/coach/use-sending.ts";
import { Button } from "#app/ui/button.tsx";
import { Refused } from "#app/ui/refused.tsx";

type ArchiveClientProps = { journeyId: string; name: string; isArchived: boolean; isAhead: boolean };

/** Out of the way, and back again. Nothing ends by it. */
export function ArchiveClient({ journeyId, name, isArchived, isAhead }: ArchiveClientProps) {
  const { send, error, isBusy } = useSending(`/api/coach/journeys/${journeyId}/archive`);
  return (
    <section aria-labelledby="archive">
      <h2 id="archive">{isArchived ? "In your archive" : "Archive"}</h2>
      <p className="quiet small" role="status">
        {isArchived
          ? `${name} stands in your archive. Nothing has ended by that, and ${name} is not told.`
          : `This takes ${name} off your list, and nothing else. ${name} is not told.`}
        {isAhead && !isArchived && " The session ahead stays in your book, and on Today."}
      </p>
      {error && <Refused error={error} />}
      <Button
        look="quiet"
        type="button"
        aria-disabled={isBusy || undefined}
        onClick={() => void send({ archived: !isArchived })}
      >
        {isArchived ? "Put back on your list" : `Put ${name} in the archive`}
      </Button>
    </section>
  );
}
