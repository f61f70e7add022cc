import { Button } from "#app/ui/button.tsx";
import type { Entry } from "#lib/reflections/journal/queries.ts";
import { dateOnly } from "#lib/reflections/words.ts";

type Share = Entry["shares"][number];

/** Whom one entry is shown to, each by an act of its own that can be taken back. */
export function EntrySharing({ entry: { readers, shares, zone }, now }: { entry: Entry; now: number }) {
  const open = readers.filter(
    ({ id }) => !shares.some((one) => one.readerId === id && one.withdrawnAt === null),
  );
  return (
    <>
      {shares.map((share) => (
        <SharedLine key={share.id} share={share} day={dateOnly(share.sharedAt, zone, now)} />
      ))}
      {open.length > 0 && (
        <div className="sharing__ways">
          {open.map(({ id, as, name }) => (
            <details key={id} className="sharing__way">
              <summary>Share with {name}…</summary>
              <p>
                {name} can then read this one entry as it stands now
                {as === "partner" ? ", in their journal here" : ""}. What you write later is not shown by
                itself. You can take it back.
              </p>
              <Button look="plain" formAction="/api/journal/share" name="reader" value={id}>
                Share with {name}
              </Button>
            </details>
          ))}
        </div>
      )}
    </>
  );
}

function SharedLine({ share: { id, readerId, name, as, ...share }, day }: { share: Share; day: string }) {
  const act = (what: "take-back" | "undo") => `/api/reflections/shares/${id}/${what}`;
  if (share.withdrawnAt !== null)
    return (
      <p className="sharing__line">
        <span>
          Taken back from {name}. {beforeWords(as, share.openedAt !== null)} From now on they won’t see it.
        </span>
        <Button look="quiet" formAction={act("undo")}>
          Undo<span className="unseen">: let {name} read it again</span>
        </Button>
      </p>
    );
  return (
    <p className="sharing__line">
      <span>
        {name} can read this as it stood on {day}.
        {as === "coach" && (share.openedAt === null ? " It is not opened yet." : " It was opened.")}
      </span>
      {!share.isNewest && (
        <Button look="quiet" formAction="/api/journal/share" name="reader" value={readerId}>
          Show the newer words<span className="unseen"> to {name}</span>
        </Button>
      )}
      <Button look="quiet" formAction={act("take-back")}>
        Take it back<span className="unseen"> from {name}</span>
      </Button>
    </p>
  );
}

/** A coach opens it by an act of theirs; a partner sees it as soon as they look. */
function beforeWords(as: Share["as"], wasOpened: boolean): string {
  if (as === "partner") return "They may already have read it.";
  return wasOpened ? "They had opened it before." : "They had not opened it.";
}
