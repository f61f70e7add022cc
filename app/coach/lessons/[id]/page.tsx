import type { Metadata, Route } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { Main } from "#app/ui/main.tsx";
import { requireCoach } from "#lib/auth/viewer.ts";
import { findReader } from "#lib/bookings/queries.ts";
import { isUuid } from "#lib/http/request.ts";
import { draftToEdit, openDraft } from "#lib/lessons/authoring/drafts.ts";
import { listLanguages } from "#lib/lessons/authoring/preview.ts";
import { LessonDesk } from "./lesson-desk.tsx";

export const metadata: Metadata = { title: "A lesson" };

type Props = {
  params: Promise<{ id: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export default async function EditLesson({ params, searchParams }: Props) {
  const coach = await requireCoach();
  const [{ id }, { in: wanted }] = await Promise.all([params, searchParams]);
  if (!isUuid(id)) notFound();
  const languages = await listLanguages(coach, id);
  const language = wanted ?? languages[0];
  if (typeof language !== "string" || !languages.includes(language)) notFound();
  const [{ zone }, draft] = await Promise.all([findReader(coach), openDraft(coach, id, language)]);
  return (
    <Main>
      <div className="desk-head">
        <div>
          <Link className="plain-link" href={"/coach/lessons" as Route} prefetch={false}>
            All lessons
          </Link>
          <h1>{draft.words.title || "A new lesson"}</h1>
          <p className="quiet">
            {languages.length > 1 &&
              languages.map((one) => (
                <Link
                  key={one}
                  className="plain-link"
                  href={`/coach/lessons/${id}?in=${one}` as Route}
                  aria-current={one === language ? "page" : undefined}
                  prefetch={false}
                >
                  {new Intl.DisplayNames(["en"], { type: "language" }).of(one)}
                </Link>
              ))}{" "}
            <Link
              className="plain-link"
              href={`/coach/lessons/${id}/versions?in=${language}` as Route}
              prefetch={false}
            >
              Earlier versions
            </Link>
          </p>
        </div>
      </div>
      <LessonDesk key={language} lessonId={id} draft={draftToEdit(draft)} zone={zone} />
    </Main>
  );
}
