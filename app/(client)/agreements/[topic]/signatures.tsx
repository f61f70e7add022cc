import { Button } from "#app/ui/button.tsx";
import { dateOf } from "#app/ui/when.tsx";
import type { FoundAgreement } from "#lib/consent/queries.ts";
import { choiceWords } from "#lib/consent/topics.ts";
import { undoWithin } from "#lib/reflections/rules.ts";
import { clockWords } from "#lib/time/words.ts";

type SignaturesProps = { found: FoundAgreement; zone: string; now: number };

/** What was signed of this topic, newest first, and the way to take it back. */
export function Signatures({ found, zone, now }: SignaturesProps) {
  const { topic, coachId, coachName, signed } = found;
  const [latest] = signed;
  if (!latest) return null;
  const isWithdrawn = latest.withdrawnAt !== null;
  const mayUndo = latest.withdrawnAt !== null && now - latest.withdrawnAt <= undoWithin;
  return (
    <section aria-labelledby="signed">
      <h2 id="signed">What you signed</h2>
      <ul className="stack">
        {signed.map(({ id, version, signedAt, withdrawnAt, signature }) => {
          const chosen = choiceWords(topic, signature?.choice ?? null);
          return (
            <li key={id}>
              <p>
                “{signature?.name ?? "Your name"}”, {dateOf(signedAt, zone, now)} at{" "}
                {clockWords(signedAt, zone)}, version {version}.{chosen && ` Chosen: ${chosen}.`}
              </p>
              {signature?.also && <p className="whitespace-pre-wrap">{signature.also}</p>}
              {withdrawnAt !== null && (
                <p className="small quiet">
                  Withdrawn, or replaced by another choice, on {dateOf(withdrawnAt, zone, now)} at{" "}
                  {clockWords(withdrawnAt, zone)}.
                </p>
              )}
            </li>
          );
        })}
      </ul>
      {mayUndo && (
        <form className="mt-4" method="post" action="/api/agreements/stand-again">
          <input type="hidden" name="coach" value={coachId} />
          <input type="hidden" name="topic" value={topic} />
          <Button look="plain">Undo withdrawing</Button>
        </form>
      )}
      {!isWithdrawn && (
        <details className="fold mt-4">
          <summary>Take it back</summary>
          <div className="stack">
            <p>
              No reason is needed. {coachName} sees that this topic is open again. A day that is not set yet
              waits until it is agreed to. A day that is set stays in the book, and {coachName} talks with you
              first. What you signed stays here to read.
            </p>
            <form method="post" action="/api/agreements/withdraw">
              <input type="hidden" name="coach" value={coachId} />
              <input type="hidden" name="topic" value={topic} />
              <Button look="plain">Withdraw my agreement</Button>
            </form>
          </div>
        </details>
      )}
    </section>
  );
}
