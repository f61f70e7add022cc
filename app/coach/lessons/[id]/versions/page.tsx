import type { Metadata, Route } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { Main } from "#app/ui/main.tsx";
import { requireCoach } from "#lib/auth/viewer.ts";
import { findReader } from "#lib/bookings/queries.ts";
import { isUuid } from "#lib/http/request.ts";
import { findText, findVersions } from "#lib/lessons/authoring/versions.ts";
import { languageName } from "../../language-names.ts";
import { askedFor } from "./asked-for.ts";
import { CompareForm } from "./compare-form.tsx";
import { ComparedTexts } from "./compared-texts.tsx";
import { TextAsItWas } from "./text-as-it-was.tsx";
import { VersionList } from "./version-list.tsx";

export const metadata: Metadata = { title: "Versions of a lesson" };

export default async function Versions({ params, searchParams }: PageProps<"/coach/lessons/[id]/versions">) {
  const coach = await requireCoach();
  const [{ id }, search] = await Promise.all([params, searchParams]);
  const { language, read, from, to } = askedFor(search);
  if (!isUuid(id)) notFound();
  const text = { lessonId: id, language };
  const [{ zone }, found] = await Promise.all([findReader(coach), findVersions(coach, text)]);
  if (!found) notFound();
  const [shown, before, after] = await Promise.all(
    [read, from, to].map((which) => (which === undefined ? undefined : findText(coach, text, which))),
  );
  const now = Date.now();
  const { title, versions, draft, languages } = found;
  const newest = versions[0]?.number;
  const path = `/coach/lessons/${id}/versions?in=${language}`;
  return (
    <Main>
      <div className="desk-head">
        <div>
          <Link className="plain-link" href="/coach/lessons" prefetch={false}>
            All lessons
          </Link>
          <h1 lang={language}>{title}</h1>
          <p className="quiet">
            What was published in {languageName(language)} is kept, each time as it was. Readers have{" "}
            {newest ? `version ${newest}` : "none yet"}.
          </p>
        </div>
      </div>
      {languages.length > 1 && (
        <nav className="jump" aria-label="Languages">
          {languages.map((one) => (
            <Link
              key={one}
              href={`/coach/lessons/${id}/versions?in=${one}` as Route}
              aria-current={one === language ? "page" : undefined}
              prefetch={false}
            >
              {languageName(one)}
            </Link>
          ))}
        </nav>
      )}
      <div className={shown || (before && after) ? "versions" : "versions versions--unchosen"}>
        <div>
          {before && after ? (
            <ComparedTexts language={language} before={before} after={after} from={from} to={to} />
          ) : (
            shown && <TextAsItWas language={language} text={shown} which={read} />
          )}
          {!shown && !(before && after) && (
            <section aria-labelledby="nothing-chosen">
              <h2 id="nothing-chosen">Read or compare</h2>
              <p className="quiet measure">
                Choose a version to read it as it was, or two of them to see which words came and went.
              </p>
            </section>
          )}
        </div>
        <div className="stack">
          <VersionList
            lessonId={id}
            language={language}
            path={path}
            versions={versions}
            draft={draft}
            zone={zone}
            now={now}
          />
          {versions.length + (draft ? 1 : 0) > 1 && (
            <CompareForm
              language={language}
              versions={versions}
              hasDraft={draft !== null}
              from={from}
              to={to}
            />
          )}
        </div>
      </div>
    </Main>
  );
}
