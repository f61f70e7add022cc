import type { Metadata } from "next";
import { Badge } from "#app/ui/badge.tsx";
import { Main } from "#app/ui/main.tsx";
import { Row, Rows } from "#app/ui/rows.tsx";
import { dateOf } from "#app/ui/when.tsx";
import { requireCoach } from "#lib/auth/viewer.ts";
import { findReader } from "#lib/bookings/queries.ts";
import { type ListedSet, listSets } from "#lib/questions/authoring/queries.ts";
import { ChosenSets } from "./chosen-sets.tsx";
import { MakeSetForm } from "./make-set-form.tsx";
import { countWords, whenAsked } from "./set-words.ts";

export const metadata: Metadata = { title: "Questions" };

export default async function Questions() {
  const coach = await requireCoach();
  const [{ zone }, { sets, types }] = await Promise.all([findReader(coach), listSets(coach)]);
  const inUse = sets.filter(({ archivedAt }) => archivedAt === null);
  const own = inUse.filter(({ kind }) => kind === "own");
  const parts = [
    { id: "before", name: "Before a session", sets: inUse.filter(({ kind }) => isBefore(kind)) },
    { id: "after", name: "After the day itself", sets: inUse.filter(({ kind }) => kind === "check_in") },
    { id: "health", name: "About health", sets: inUse.filter(({ kind }) => kind === "screening") },
    { id: "own", name: "Your practice’s own", sets: own },
    { id: "archived", name: "Archived", sets: sets.filter(({ archivedAt }) => archivedAt !== null) },
  ];
  const now = Date.now();
  return (
    <Main>
      <div className="desk-head">
        <div>
          <h1>Questions</h1>
          <p className="quiet">
            What clients are asked before and after you meet. They see your words for it from the next time
            they open it. What they have written stays under the words that it was written to.
          </p>
        </div>
      </div>
      <div className="sections">
        {parts.map(
          (part) =>
            part.sets.length > 0 && (
              <section key={part.id} aria-labelledby={part.id}>
                <h2 id={part.id}>{part.name}</h2>
                <Rows>
                  {part.sets.map((set) => (
                    <Row
                      key={set.id}
                      href={`/coach/questions/${set.id}`}
                      title={set.name}
                      more={whenAsked(set)}
                      end={<Standing set={set} zone={zone} now={now} />}
                    />
                  ))}
                </Rows>
              </section>
            ),
        )}
        {own.length > 0 && types.length > 0 && (
          <section aria-labelledby="chosen">
            <h2 id="chosen">What is asked before your sessions</h2>
            <ChosenSets
              types={types}
              sets={own.filter(({ number }) => number > 0).map(({ id, name }) => ({ id, name }))}
            />
          </section>
        )}
        <section aria-labelledby="make">
          <h2 id="make">A set of your own</h2>
          <MakeSetForm
            sets={inUse.filter(({ number }) => number > 0).map(({ id, name }) => ({ id, name }))}
          />
        </section>
      </div>
    </Main>
  );
}

const isBefore = (kind: ListedSet["kind"]) => !["check_in", "own", "screening"].includes(kind);

function Standing({ set, zone, now }: { set: ListedSet; zone: string; now: number }) {
  return (
    <>
      <span>{countWords(set.count)}</span>
      {set.by === null ? (
        <span>As it came</span>
      ) : (
        <>
          <Badge kind="done">In your words</Badge>
          <span>
            {set.by}, {dateOf(set.at ?? now, zone, now)}
          </span>
        </>
      )}
    </>
  );
}
