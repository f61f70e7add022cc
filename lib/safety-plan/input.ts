import { z } from "zod";
import { waysHome } from "./plan.ts";

const line = (most: number) =>
  z
    .string()
    .default("")
    .transform((words) => words.replace(/\r\n?/g, "\n").trim())
    .pipe(
      z
        .string()
        .max(most, `That is longer than we can keep here. ${most} letters fit.`)
        // PostgreSQL keeps neither half a character nor a null.
        .regex(/^[^\p{Cs}\0]*$/u, "There is a sign in it that we cannot keep."),
    );

const written = {
  coach: z.uuid().transform((text) => text.toLowerCase()),
  person: line(100),
  number: line(40).pipe(
    z.string().refine((words) => words === "" || /\d(?:\D*\d){2}/.test(words), {
      message: "Please write the number with its digits.",
    }),
  ),
  wayHome: z.enum(["", ...waysHome.map(({ key }) => key)]).default(""),
  place: line(200),
  company: line(200),
  anything: line(500),
};

/** `revision`: the newest that whoever writes has seen; 0 before the first. */
export const savePlanInput = z.strictObject({ ...written, revision: z.int().min(0).max(1_000_000) });
export const savePlanForm = z.strictObject({
  ...written,
  revision: z
    .string()
    .regex(/^\d{1,7}$/)
    .transform(Number),
});
export type SavePlanInput = z.output<typeof savePlanInput>;

export const clearPlanInput = z.strictObject({ coach: written.coach });
