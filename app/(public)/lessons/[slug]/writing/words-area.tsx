type Props = {
  id: string;
  field: string;
  words: string | undefined;
  labelledBy?: string;
  describedBy?: string;
  rows?: number;
};

/** Where somebody writes, and the same words for paper, where nothing can be scrolled. */
export function WordsArea({ id, field, words = "", labelledBy, describedBy, rows = 5 }: Props) {
  return (
    <>
      <textarea
        id={id}
        name={`answer.${field}`}
        rows={rows}
        defaultValue={words}
        aria-labelledby={labelledBy}
        aria-describedby={describedBy}
      />
      <p className="on-print" aria-hidden="true" data-shows={field}>
        {words}
      </p>
    </>
  );
}
