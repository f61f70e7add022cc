import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { cache } from "react";
import { sentByForm } from "#app/account/sent-by-form.ts";
import { Main } from "#app/ui/main.tsx";
import { currentViewer, type Viewer } from "#lib/auth/viewer.ts";
import { listSessionsAhead } from "#lib/bookings/own-sessions.ts";
import { type FoundLesson, findLesson } from "#lib/lessons/queries.ts";
import { findWriting } from "#lib/reflections/in-lessons/queries.ts";
import { LessonArticle } from "./lesson-article.tsx";

type Props = {
  params: Promise<{ slug: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

const lessonOf = cache(async (slug: string, language: string | undefined) =>
  findLesson(await currentViewer(), slug, language),
);

async function readLesson({ params, searchParams }: Props) {
  const [{ slug }, { in: language }] = await Promise.all([params, searchParams]);
  return lessonOf(slug, typeof language === "string" ? language : undefined);
}

// The number alone: a title stands in the browser's history for whoever uses the device next.
export async function generateMetadata(props: Props): Promise<Metadata> {
  const lesson = await readLesson(props);
  return { title: lesson ? `Lesson ${lesson.number}` : "Not here" };
}

export default async function Lesson(props: Props) {
  const lesson = await readLesson(props);
  if (!lesson) notFound();
  const viewer = await currentViewer();
  const search = await props.searchParams;
  const query = "in" in search ? `?in=${lesson.language}` : "";
  return (
    <Main>
      <LessonArticle
        lesson={lesson}
        reader={viewer?.role ?? "visitor"}
        writing={viewer?.role === "client" ? await findWriting(viewer, lesson, Date.now()) : undefined}
        path={`/lessons/${lesson.slug}${query}`}
        beforeGuidance={await isBeforeGuidance(viewer, lesson)}
        hasFailed={sentByForm(search) === "problem"}
      />
    </Main>
  );
}

/** Whether a day of guidance lies ahead of whoever reads; asked only where the lesson says something about it. */
async function isBeforeGuidance(viewer: Viewer | undefined, { blocks }: FoundLesson): Promise<boolean> {
  const says = blocks.some((block) => block.type === "panels" && block.panels.some(({ only }) => only));
  if (!says || viewer?.role !== "client") return false;
  const ahead = await listSessionsAhead(viewer, Date.now());
  return ahead.some(({ kind }) => kind === "guidance");
}
