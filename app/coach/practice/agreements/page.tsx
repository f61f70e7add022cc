import type { Metadata, Route } from "next";
import { Badge } from "#app/ui/badge.tsx";
import { Empty } from "#app/ui/empty.tsx";
import { Main } from "#app/ui/main.tsx";
import { Row, Rows } from "#app/ui/rows.tsx";
import { dateOf } from "#app/ui/when.tsx";
import { isOwner } from "#lib/auth/proven.ts";
import { requireCoach } from "#lib/auth/viewer.ts";
import { findReader } from "#lib/bookings/queries.ts";
import { listTexts } from "#lib/consent/authoring/queries.ts";
import { sayCoach } from "#lib/consent/words-of-text.ts";

export const metadata: Metadata = { title: "Agreements" };

export default async function AgreementTexts() {
  const coach = await requireCoach();
  const [texts, { zone }] = await Promise.all([listTexts(coach), findReader(coach)]);
  const now = Date.now();
  return (
    <Main>
      <div className="desk-head">
        <div>
          <h1>Agreements</h1>
          <p className="quiet measure">
            What clients agree to before a day is set, one topic at a time. The texts that came with the
            portal are drafts. Please have a lawyer where you work look at them before they are used.
            {!isOwner(coach) && " The owner of the practice can change them."}
          </p>
        </div>
      </div>
      {texts.length === 0 && <Empty>There are no texts yet.</Empty>}
      <Rows>
        {texts.map(({ topic, title, version, publishedAt, confirmedAt }) => (
          <Row
            key={topic}
            href={`/coach/practice/agreements/${topic}` as Route}
            title={sayCoach(title, "you")}
            more={`Version ${version}, from ${dateOf(publishedAt, zone, now)}`}
            end={
              <Badge kind={confirmedAt === null ? "asked" : "done"}>
                {confirmedAt === null ? "Draft for counsel" : "Confirmed"}
              </Badge>
            }
          />
        ))}
      </Rows>
    </Main>
  );
}
