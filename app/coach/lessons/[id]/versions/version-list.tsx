import type { Route } from "next";
import Link from "next/link";
import { Badge } from "#app/ui/badge.tsx";
import { dateOf } from "#app/ui/when.tsx";
import type { FoundVersions } from "#lib/lessons/authoring/versions.ts";
import { byWords } from "../../shelf-rows.ts";
import { RestoreVersion } from "./restore-version.tsx";

type VersionListProps = Pick<FoundVersions, "versions" | "draft"> & {
  lessonId: string;
  language: string;
  /** Of this page, in this language. */
  path: string;
  zone: string;
  now: number;
};

/** All versions, the newest first, with the draft above them. */
export function VersionList({ lessonId, language, path, versions, draft, zone, now }: VersionListProps) {
  const [newest] = versions;
  return (
    <section aria-labelledby="all-versions">
      <h2 id="all-versions">All versions</h2>
      <ol className="found" reversed>
        {draft && (
          <li>
            <strong>Draft</strong>
            <span className="small quiet">
              {dateOf(draft.at, zone, now)} by {draft.by}. Readers do not see it.
            </span>
            <span className="shelf__links">
              <Link
                className="plain-link"
                href={`/coach/lessons/${lessonId}?in=${language}` as Route}
                prefetch={false}
              >
                Go on writing
              </Link>
              {newest && (
                <Link
                  className="plain-link"
                  href={`${path}&from=${newest.number}&to=draft` as Route}
                  prefetch={false}
                >
                  Compare with what readers have
                </Link>
              )}
            </span>
          </li>
        )}
        {versions.map(({ id, number, at, by }) => (
          <li key={id}>
            <span>
              <strong>Version {number}</strong>
              {number === newest?.number && <Badge kind="done">What readers have</Badge>}
            </span>
            <span className="small quiet">
              {dateOf(at, zone, now)}
              {byWords(by)}
            </span>
            <span className="shelf__links">
              <Link className="plain-link" href={`${path}&read=${number}` as Route} prefetch={false}>
                Read it<span className="unseen">: version {number}</span>
              </Link>
              {newest && number !== newest.number && (
                <Link
                  className="plain-link"
                  href={`${path}&from=${number}&to=${newest.number}` as Route}
                  prefetch={false}
                >
                  Compare with what readers have<span className="unseen">: version {number}</span>
                </Link>
              )}
            </span>
            <RestoreVersion
              lessonId={lessonId}
              language={language}
              version={{ id, number }}
              draft={
                draft && { revision: draft.revision, words: `${draft.by}, ${dateOf(draft.at, zone, now)}` }
              }
            />
          </li>
        ))}
      </ol>
    </section>
  );
}
