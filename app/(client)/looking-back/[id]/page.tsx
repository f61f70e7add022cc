import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { Badge } from "#app/ui/badge.tsx";
import { ButtonLink } from "#app/ui/button.tsx";
import { Main, PageHead } from "#app/ui/main.tsx";
import { Prose } from "#app/ui/prose.tsx";
import { namesOf } from "#app/ui/when.tsx";
import { requireClient } from "#lib/auth/viewer.ts";
import { isUuid } from "#lib/http/request.ts";
import { findWritten, type Written } from "#lib/reflections/looking-back/queries.ts";
import { titleOf } from "#lib/reflections/looking-back/titles.ts";
import { dateOnly } from "#lib/reflections/words.ts";
import { clockWords } from "#lib/time/words.ts";
import { SharedLines } from "./shared-lines.tsx";

export const metadata: Metadata = { title: "Looking back" };

export default async function WrittenBefore({ params }: PageProps<"/looking-back/[id]">) {
  const client = await requireClient();
  const { id } = await params;
  const now = Date.now();
  const written = isUuid(id) ? await findWritten(client, id.toLowerCase(), now) : undefined;
  if (!written) notFound();
  const { zone, lesson, shares, parts, blank } = written;
  const Asked = lesson ? "h3" : "h2";
  return (
    <Main>
      <PageHead title={titleOf({ ...written, lesson: lesson?.title }, zone, now)} tight>
        <p className="quiet">
          Written {dateOnly(written.writtenAt, zone, now)} at {clockWords(written.writtenAt, zone)}
        </p>
      </PageHead>
      <article className="piece">
        {lesson && (
          <div>
            <h2>{lesson.name}</h2>
            <Prose html={lesson.html} className="paragraphs" />
          </div>
        )}
        {parts.length > 0 ? (
          <div>
            {parts.map(({ key, asked, words, ends }) => (
              <div key={key} className="piece__part">
                {asked && <Asked className="piece__asked">{asked}</Asked>}
                <p className="as-written">{words}</p>
                {ends && <p className="small quiet">{ends}</p>}
              </div>
            ))}
          </div>
        ) : (
          <p className="quiet">Nothing stands here now.</p>
        )}
        {blank.length > 0 && (
          <details className="fold">
            <summary>Left blank</summary>
            <ul>
              {blank.map((text) => (
                <li key={text}>{text}</li>
              ))}
            </ul>
          </details>
        )}
        <div className="piece__readers">
          <WhoReads written={written} now={now} />
          <SharedLines
            shares={shares.map(({ id, name, sharedAt, readableFrom, openedAt, withdrawnAt, as }) => ({
              ...{ id, name, as, wasOpened: openedAt !== null, isTakenBack: withdrawnAt !== null },
              since: dateOnly(sharedAt, zone, now),
              from:
                readableFrom > now
                  ? `${dateOnly(readableFrom, zone, now)} at ${clockWords(readableFrom, zone)}`
                  : undefined,
            }))}
          />
        </div>
        <WaysOn written={written} />
      </article>
    </Main>
  );
}

function WhoReads({ written: { shares }, now }: { written: Written; now: number }) {
  const readers = shares.filter(
    ({ withdrawnAt, readableFrom }) => withdrawnAt === null && readableFrom <= now,
  );
  return (
    <Badge kind="private">
      {readers.length === 0
        ? "Only you can read this"
        : `${namesOf([{ name: "You" }, ...readers])} can read what you shared of this`}
    </Badge>
  );
}

function WaysOn({ written: { session, lesson } }: { written: Written }) {
  return (
    <p className="actions">
      {session && (
        <ButtonLink look="plain" href={`/sessions/${session.id}`}>
          Open the session
        </ButtonLink>
      )}
      {lesson?.slug && (
        <ButtonLink look="plain" href={`/lessons/${lesson.slug}#${lesson.block}`}>
          Open the lesson
        </ButtonLink>
      )}
      <ButtonLink look="quiet" href="/looking-back">
        Back to all you wrote
      </ButtonLink>
    </p>
  );
}
