import { LabelledTable } from "#app/ui/table.tsx";
import { dateOf, Instant } from "#app/ui/when.tsx";
import type { Entry } from "#lib/mail/log/entry.ts";
import { kindWords } from "#lib/mail/log/kinds.ts";
import { maySendAgain } from "#lib/mail/log/rules.ts";
import { clockWords } from "#lib/time/words.ts";
import { HowItWent } from "./how-it-went.tsx";
import { SendAgain } from "./send-again.tsx";

const columns = [
  { key: "what", name: "What" },
  { key: "to", name: "To" },
  { key: "when", name: "Written" },
  { key: "went", name: "How it went" },
  { key: "again", name: "What you can do", unseen: true },
] as const;

/** Letters, what became of each, and the way to send one once more. `showsTo`: they went to different people. */
export function MailTable({
  entries,
  showsTo = false,
  zone,
  now,
}: {
  entries: (Entry & { to: string | null })[];
  showsTo?: boolean;
  zone: string;
  now: number;
}) {
  return (
    <LabelledTable
      columns={showsTo ? columns : columns.filter(({ key }) => key !== "to")}
      rows={entries.map((entry) => {
        const { id, kind, to, createdAt, isAgain, wasSentAgain } = entry;
        const what = kindWords(kind);
        const written = `${dateOf(createdAt, zone, now)}, ${clockWords(createdAt, zone)}`;
        return {
          key: id,
          cells: {
            what: (
              <>
                {what}
                {isAgain && <span className="quiet small block">Once more</span>}
              </>
            ),
            to: to ?? "Somebody who is not known here yet",
            when: <Instant at={createdAt}>{written}</Instant>,
            went: <HowItWent entry={entry} zone={zone} now={now} />,
            again: (wasSentAgain || maySendAgain(entry, now)) && (
              <SendAgain id={id} what={`${what}, ${written}`} isDone={wasSentAgain} />
            ),
          },
        };
      })}
    />
  );
}
