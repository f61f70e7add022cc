import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { typeNames } from "#app/coach/questions/set-words.ts";
import { Main } from "#app/ui/main.tsx";
import { dateOf } from "#app/ui/when.tsx";
import { requireCoach } from "#lib/auth/viewer.ts";
import { findReader } from "#lib/bookings/queries.ts";
import { isUuid } from "#lib/http/request.ts";
import { findSet, type SetVersion } from "#lib/questions/authoring/queries.ts";
import { inNameOf } from "#lib/questions/question.ts";

export const metadata: Metadata = { title: "What was asked before" };

export default async function Versions({ params }: PageProps<"/coach/questions/[id]/versions">) {
  const coach = await requireCoach();
  const { id } = await params;
  const [{ zone, name }, set] = await Promise.all([
    findReader(coach),
    isUuid(id) ? findSet(coach, id) : undefined,
  ]);
  if (!set) notFound();
  const now = Date.now();
  return (
    <Main>
      <div className="desk-head">
        <div>
          <Link className="plain-link" href={`/coach/questions/${id}`} prefetch={false}>
            {set.name}
          </Link>
          <h1>What was asked before</h1>
          <p className="quiet">
            Answers stay with the version they were written to. No version ever changes.
          </p>
        </div>
      </div>
      {set.versions.map((version, at) => (
        <details className="fold" key={version.number} open={at === 0}>
          <summary>
            Version {version.number}, {dateOf(version.at, zone, now)},{" "}
            {version.by ? version.by.name : "as it came with the portal"}
          </summary>
          <div>
            <Asked version={version} coachName={name} />
          </div>
        </details>
      ))}
    </Main>
  );
}

function Asked({ version, coachName }: { version: SetVersion; coachName: string }) {
  return (
    <ol className="set-list">
      {version.questions.map((stored) => {
        const { key, text, why, type, required, options } = inNameOf(coachName, stored);
        return (
          <li key={key}>
            <p>{text}</p>
            <p className="small quiet">
              {typeNames[type]}
              {required ? ", needed" : ""}
              {options.length > 0 && `: ${options.map((one) => one.text).join("; ")}`}
            </p>
            {why && <p className="small quiet">{why}</p>}
          </li>
        );
      })}
    </ol>
  );
}
