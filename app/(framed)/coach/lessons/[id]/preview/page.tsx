import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { LessonArticle } from "#app/(public)/lessons/[slug]/lesson-article.tsx";
import { Main } from "#app/ui/main.tsx";
import { requireCoach } from "#lib/auth/viewer.ts";
import { isUuid } from "#lib/http/request.ts";
import { previewLesson } from "#lib/lessons/authoring/preview.ts";
import { NotFound } from "#lib/refusal.ts";
import { LinksOutside } from "./links-outside.tsx";

export const metadata: Metadata = { title: "As readers will see it" };

type Props = {
  params: Promise<{ id: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

/** The draft as it would be read, to stand in a frame beside the one who writes it. */
export default async function Preview({ params, searchParams }: Props) {
  const coach = await requireCoach();
  const [{ id }, { in: language = "en", look }] = await Promise.all([params, searchParams]);
  if (!isUuid(id) || typeof language !== "string") notFound();
  const lesson = await previewLesson(coach, id, language).catch((error: Error) => {
    if (error instanceof NotFound) return undefined;
    throw error;
  });
  if (!lesson) notFound();
  return (
    <div className="shell" data-look={look === "light" || look === "dark" ? look : undefined}>
      <Main>
        <LinksOutside>
          <LessonArticle
            lesson={lesson}
            reader="coach"
            path={`/lessons/${lesson.slug}`}
            writing={undefined}
            beforeGuidance
            hasFailed={false}
          />
        </LinksOutside>
      </Main>
    </div>
  );
}
