import type { Written } from "#lib/notes/fields.ts";

type SummarySheetProps = { id: string; title: string; said: string; written: readonly Written[] };

/** A summary as its reader has it. */
export function SummarySheet({ id, title, said, written }: SummarySheetProps) {
  return (
    <section className="summary" aria-labelledby={id}>
      <div>
        <h2 id={id}>{title}</h2>
        <p className="small quiet">{said}</p>
      </div>
      <dl>
        {written.map(({ key, label, words }) => (
          <div key={key}>
            <dt>{label}</dt>
            <dd>{words}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
