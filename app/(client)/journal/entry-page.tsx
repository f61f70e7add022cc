import { KeepWords } from "#app/(public)/lessons/[slug]/writing/keep-words.tsx";
import { WordsArea } from "#app/(public)/lessons/[slug]/writing/words-area.tsx";
import { Badge } from "#app/ui/badge.tsx";
import { Button, ButtonLink } from "#app/ui/button.tsx";
import { Main } from "#app/ui/main.tsx";
import { dateOf, namesOf } from "#app/ui/when.tsx";
import type { Entry } from "#lib/reflections/journal/queries.ts";
import { EntrySharing } from "./entry-sharing.tsx";
import { ThrownAway } from "./thrown-away.tsx";

type EntryPageProps = { entry: Entry; back: string; now: number };

/** Where a client reads an entry and writes on in it. */
export function EntryPage({ entry, back, now }: EntryPageProps) {
  const { author, id, text, revision, at, zone, saved, isThrownAway } = entry;
  const isShown = entry.shares.some(({ withdrawnAt, isNewest }) => withdrawnAt === null && isNewest);
  return (
    <Main>
      <article className="journal__leaf">
        <h1 className="journal__date" id="day">
          <span className="unseen">Journal, </span>
          {dateOf(at, zone, now)}
        </h1>
        {isThrownAway ? (
          <ThrownAway id={id} text={text} />
        ) : (
          <KeepWords
            key={id}
            path="/api/journal"
            about={{ author, leaf: id }}
            back={back}
            stored={{ answers: text === "" ? {} : { text }, revision }}
            saved={saved}
            fields={[]}
            // Once it is there, it can be thrown away.
            isShown={isShown || revision === 0}
            badge={<WhoReads entry={entry} />}
            sharing={
              revision > 0 && (
                <>
                  <EntrySharing entry={entry} now={now} />
                  <p>
                    <Button look="quiet" formAction={`/api/journal/${id}/throw-away`}>
                      Throw it away
                    </Button>
                  </p>
                </>
              )
            }
          >
            <WordsArea id="entry" field="text" words={text} labelledBy="day" rows={10} />
          </KeepWords>
        )}
        <p>
          <ButtonLink look="quiet" href="/journal">
            Back to your journal
          </ButtonLink>
        </p>
      </article>
    </Main>
  );
}

function WhoReads({ entry: { shares } }: { entry: Entry }) {
  const shown = shares.filter(({ withdrawnAt }) => withdrawnAt === null);
  const newest = shown.filter(({ isNewest }) => isNewest);
  if (newest.length > 0)
    return <Badge kind="private">{namesOf([{ name: "You" }, ...newest])} can read this</Badge>;
  return (
    <Badge kind="private">
      {shown.length > 0 ? "Only you can read the newer words" : "Only you can read this"}
    </Badge>
  );
}
