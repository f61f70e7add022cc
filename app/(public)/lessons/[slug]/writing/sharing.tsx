import { Button } from "#app/ui/button.tsx";
import type { NamedReader, Share } from "#lib/reflections/in-lessons/queries.ts";
import { dateOnly } from "#lib/reflections/words.ts";

type Props = { readers: NamedReader[]; shares: Share[]; zone: string };

/** Whom a client shows these words to, each by an act of its own that can be taken back. */
export function Sharing({ readers, shares, zone }: Props) {
  const now = Date.now();
  const open = readers.filter(({ id }) => !shares.some((one) => one.readerId === id && !one.isTakenBack));
  const hasOnePartner = readers.filter(({ as }) => as === "partner").length === 1;
  return (
    <>
      {readers.map((reader) => {
        const share = shares.find(({ readerId }) => readerId === reader.id);
        return share && <SharedLine key={reader.id} reader={reader} share={share} zone={zone} now={now} />;
      })}
      {open.length > 0 && (
        <div className="sharing__ways">
          {open.map(({ id, as, name }) => (
            <details key={id} className="sharing__way">
              <summary>{`Share with ${as === "partner" && hasOnePartner ? "your partner" : name}…`}</summary>
              <p>
                {name} can then read this as it stands now{as === "partner" && ", here in the lesson"}. What
                you write later is not shown by itself. You can take it back.
              </p>
              <Button look="plain" formAction="/api/reflections/share" name="reader" value={id}>
                Share with {name}
              </Button>
            </details>
          ))}
        </div>
      )}
      {open.length > 1 && (
        <p className="small quiet">
          {open.length === 2 ? "Two separate choices." : "Separate choices."} You can take each one back.
        </p>
      )}
    </>
  );
}

type LineProps = { reader: NamedReader; share: Share; zone: string; now: number };

function SharedLine({ reader: { id, name }, share, zone, now }: LineProps) {
  const act = (what: "take-back" | "undo") => `/api/reflections/shares/${share.id}/${what}`;
  if (share.isTakenBack)
    return (
      <p className="sharing__line">
        <span>
          Taken back from {name}. They may already have read it. From now on they won’t see it here.
        </span>
        <Button look="quiet" formAction={act("undo")}>
          Undo<span className="unseen">: let {name} read it again</span>
        </Button>
      </p>
    );
  return (
    <p className="sharing__line">
      <span>
        {name} can read this as it stood on {dateOnly(share.sharedAt, zone, now)}.
      </span>
      {!share.isNewest && (
        <Button look="quiet" formAction="/api/reflections/share" name="reader" value={id}>
          Show the newer words<span className="unseen"> to {name}</span>
        </Button>
      )}
      <Button look="quiet" formAction={act("take-back")}>
        Take it back<span className="unseen"> from {name}</span>
      </Button>
    </p>
  );
}
