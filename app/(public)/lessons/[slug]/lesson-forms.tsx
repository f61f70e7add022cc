import { LessonForm } from "./lesson-form.tsx";

export const endForm = "lesson-end";
export const placeForm = "lesson-place";

/** What the buttons of a client's lesson are sent by. */
export function LessonForms({ id, path }: { id: string; path: string }) {
  return (
    <>
      <LessonForm id={endForm} action={`/api/lessons/${id}/progress`} back={`${path}#end`} />
      <LessonForm id={placeForm} action={`/api/lessons/${id}/place`} back={path} />
    </>
  );
}
