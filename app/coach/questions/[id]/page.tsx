import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { whenAsked } from "#app/coach/questions/set-words.ts";
import { Main } from "#app/ui/main.tsx";
import { dateOf } from "#app/ui/when.tsx";
import { requireCoach } from "#lib/auth/viewer.ts";
import { findReader } from "#lib/bookings/queries.ts";
import { isUuid } from "#lib/http/request.ts";
import { findSet, type WholeSet } from "#lib/questions/authoring/queries.ts";
import { mayBeArchived } from "#lib/questions/authoring/what-stays.ts";
import { ArchiveSet } from "./archive-set.tsx";
import { SetEditor } from "./set-editor.tsx";

export const metadata: Metadata = { title: "A set of questions" };

export default async function QuestionSet({ params }: PageProps<"/coach/questions/[id]">) {
  const coach = await requireCoach();
  const { id } = await params;
  const [{ zone }, set] = await Promise.all([findReader(coach), isUuid(id) ? findSet(coach, id) : undefined]);
  if (!set) notFound();
  const [newest] = set.versions;
  return (
    <Main>
      <div className="desk-head">
        <div>
          <Link className="plain-link" href="/coach/questions" prefetch={false}>
            All questions
          </Link>
          <h1 className="break-words">{set.name}</h1>
          <p className="quiet">
            {whenAsked(set)} {standing(set, zone)}
          </p>
          {newest && (
            <p className="set-links">
              <Link className="plain-link" href={`/coach/questions/${id}/versions`} prefetch={false}>
                What was asked before
              </Link>
              <Link className="plain-link" href={`/coach/questions/${id}/preview`} prefetch={false}>
                As clients see it
              </Link>
            </p>
          )}
        </div>
      </div>
      <SetEditor
        id={id}
        kind={set.kind}
        zone={zone}
        begun={{ name: set.name, number: newest?.number ?? 0, questions: newest?.questions ?? [] }}
      />
      {mayBeArchived(set.kind, newest?.questions ?? []) && (
        <ArchiveSet
          id={id}
          since={set.archivedAt === null ? undefined : dateOf(set.archivedAt, zone, Date.now())}
        />
      )}
    </Main>
  );
}

function standing({ versions: [newest] }: WholeSet, zone: string): string {
  if (!newest) return "Nothing is asked by it yet.";
  const by = newest.by ? `by ${newest.by.name}` : "as it came with the portal";
  return `Version ${newest.number}, ${by}, since ${dateOf(newest.at, zone, Date.now())}.`;
}
