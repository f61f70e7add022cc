/** By this name a lesson's buttons belong to its form, wherever they stand. */
export const lessonForm = "lesson";
