import { Badge } from "#app/ui/badge.tsx";
import type { Agreement } from "#lib/consent/queries.ts";
import { monthWords } from "#lib/time/words.ts";

type AgreementsProps = { agreements: Agreement[]; zone: string; now: number };

/** What they agreed to: first what is not as it was, then the rest in short. */
export function Agreements({ agreements, zone, now }: AgreementsProps) {
  const isMarked = ({ state, choiceText }: Agreement) =>
    state === "changed" || state === "withdrawn" || choiceText !== null;
  const marked = agreements.filter(isMarked);
  const signed = agreements.filter((one) => one.state === "signed" && !isMarked(one));
  const missing = agreements.filter(({ state }) => state === "missing");
  return (
    <section aria-labelledby="agreements">
      <h2 id="agreements">Agreements</h2>
      <ul className="waits">
        {marked.map((one) => (
          <li key={one.topic}>
            <p>
              {one.title}
              {one.choiceText && `: ${one.choiceText}`}
            </p>
            {one.state === "changed" && <Badge>Text changed, asked again</Badge>}
            {one.state === "withdrawn" && <Badge kind="off">Withdrawn</Badge>}{" "}
            <span className="quiet small">{whenOf(one, zone, now)}</span>
          </li>
        ))}
      </ul>
      {signed.length > 0 && (
        <details className="fold">
          <summary>{signed.length} more that are signed</summary>
          <ul className="quiet small">
            {signed.map((one) => (
              <li key={one.topic}>
                {one.title}, {whenOf(one, zone, now)}
              </li>
            ))}
          </ul>
        </details>
      )}
      {missing.length > 0 && (
        <p className="quiet small">
          {missing.length} of {agreements.length} not signed yet.
        </p>
      )}
    </section>
  );
}

function whenOf({ version, signedAt, withdrawnAt }: Agreement, zone: string, now: number): string {
  const at = withdrawnAt ?? signedAt;
  return at === null ? "" : `version ${version}, ${monthWords(at, zone, now)}`;
}
