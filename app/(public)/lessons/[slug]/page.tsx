import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { cache } from "react";
import { Main } from "#app/ui/main.tsx";
import { MotifLines } from "#app/ui/motif.tsx";
import { currentViewer } from "#lib/auth/viewer.ts";
import { findLesson } from "#lib/lessons/queries.ts";
import { Block } from "./block.tsx";
import { Contents } from "./contents.tsx";
import { LessonHead } from "./lesson-head.tsx";
import { Neighbours } from "./neighbours.tsx";

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
  const reader = viewer?.role ?? "visitor";
  return (
    <Main>
      <article className="lesson" lang={lesson.language}>
        <LessonHead lesson={lesson} />
        <MotifLines motif={lesson.motif} />
        <Contents blocks={lesson.blocks} />
        {lesson.blocks.map((block, index) => (
          <Block key={block.anchor} lesson={lesson} block={block} reader={reader} isFirst={index === 0} />
        ))}
        <Neighbours lesson={lesson} />
      </article>
    </Main>
  );
}
