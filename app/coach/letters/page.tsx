import type { Metadata } from "next";
import { Badge } from "#app/ui/badge.tsx";
import { Main } from "#app/ui/main.tsx";
import { Row, Rows } from "#app/ui/rows.tsx";
import { dateOf } from "#app/ui/when.tsx";
import { requireCoach } from "#lib/auth/viewer.ts";
import { findReader } from "#lib/bookings/queries.ts";
import { listLetters } from "#lib/mail/words/queries.ts";
import { spoken } from "#lib/mail/words/spoken.ts";

export const metadata: Metadata = { title: "Letters in your own words" };

export default async function Letters() {
  const coach = await requireCoach();
  const [{ zone }, letters] = await Promise.all([findReader(coach), listLetters(coach)]);
  const now = Date.now();
  return (
    <Main>
      <div className="desk-head">
        <div>
          <h1>Letters in your own words</h1>
          <p className="quiet">
            Each of these letters has room for a few sentences of yours, after its first line. When, where,
            the links and what is said about support stay as they are.
          </p>
        </div>
      </div>
      <section aria-labelledby="to-clients">
        <h2 id="to-clients">To clients</h2>
        <Rows>
          {letters.map(({ kind, words, savedAt }) => (
            <Row
              key={kind}
              href={`/coach/letters/${kind}`}
              title={spoken[kind].name}
              more={words ? <span className="excerpt">{words}</span> : "Goes straight on to the facts."}
              end={
                savedAt === null ? (
                  "As it came"
                ) : (
                  <>
                    <Badge kind="done">Your words</Badge>
                    <span>{dateOf(savedAt, zone, now)}</span>
                  </>
                )
              }
            />
          ))}
        </Rows>
      </section>
    </Main>
  );
}
