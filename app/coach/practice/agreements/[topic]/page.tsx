import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { ConfirmText } from "#app/coach/practice/agreements/[topic]/confirm-text.tsx";
import { TextEditor } from "#app/coach/practice/agreements/[topic]/text-editor.tsx";
import { Badge } from "#app/ui/badge.tsx";
import { ButtonLink } from "#app/ui/button.tsx";
import { Main } from "#app/ui/main.tsx";
import { Prose } from "#app/ui/prose.tsx";
import { dateOf } from "#app/ui/when.tsx";
import { isOwner } from "#lib/auth/proven.ts";
import { requireCoach } from "#lib/auth/viewer.ts";
import { findReader } from "#lib/bookings/queries.ts";
import { findText } from "#lib/consent/authoring/queries.ts";
import { sayCoach, textHtml } from "#lib/consent/words-of-text.ts";

export const metadata: Metadata = { title: "One topic" };

export default async function AgreementText({ params }: PageProps<"/coach/practice/agreements/[topic]">) {
  const coach = await requireCoach();
  const { topic } = await params;
  const [found, { name, zone }] = await Promise.all([findText(coach, topic), findReader(coach)]);
  if (!found) notFound();
  const { newest, versions, people } = found;
  const now = Date.now();
  const isDraft = newest.confirmedAt === null;
  return (
    <Main>
      <div className="desk-head">
        <div>
          <h1>{sayCoach(newest.title, name)}</h1>
          <p>
            <Badge kind={isDraft ? "asked" : "done"}>{isDraft ? "Draft for counsel" : "Confirmed"}</Badge>
          </p>
        </div>
      </div>
      <div className="sections measure">
        <section aria-labelledby="now">
          <h2 id="now">As clients read it now</h2>
          <Prose html={textHtml(newest.body, name)} />
        </section>
        {isOwner(coach) && (
          <>
            <ConfirmText topic={topic} version={newest.version} isDraft={isDraft} />
            <TextEditor
              key={newest.version}
              topic={topic}
              version={newest.version}
              title={newest.title}
              body={newest.body}
              people={people}
            />
          </>
        )}
        <section aria-labelledby="versions">
          <h2 id="versions">Versions</h2>
          {versions.map(({ version, title, body, publishedAt, publishedBy }) => (
            <details key={version} className="fold">
              <summary>
                Version {version}, {dateOf(publishedAt, zone, now)}, {publishedBy ?? "came with the portal"}
              </summary>
              <div>
                <p>
                  <strong>{sayCoach(title, name)}</strong>
                </p>
                <Prose html={textHtml(body, name)} />
              </div>
            </details>
          ))}
        </section>
        <p>
          <ButtonLink look="quiet" href="/coach/practice/agreements">
            All topics
          </ButtonLink>
        </p>
      </div>
    </Main>
  );
}
