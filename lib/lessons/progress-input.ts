import { z } from "zod";

/** What a client may say of a lesson. `undo` takes either of the others back. */
const answers = ["done", "aside", "undo"] as const;
export type Answer = (typeof answers)[number];

/** Where a form leads back to: the client's home, the lessons, or a place in one of them. */
const back = z
  .string()
  .regex(/^\/(sessions|lessons(\/[a-z0-9-]{1,60}(\?in=[A-Za-z-]{2,8})?)?)(#[a-z0-9-]{1,80})?$/);

/** `POST /api/lessons/[id]/progress` */
export const progressInput = z.strictObject({ answer: z.enum(answers), back: back.optional() });

/** `POST /api/lessons/[id]/place`: the anchor of a block, or nothing to let the place go. */
export const placeInput = z.strictObject({
  place: z.string().regex(/^([a-z0-9-]{1,80})?$/),
  back: back.optional(),
});

/** The page that a form's fields lead back to, at the block where a place was kept. */
export function pageBack({ back: wanted, place }: Record<string, string>): string {
  const told = back.safeParse(wanted);
  if (!told.success) return "/lessons";
  return place && /^[a-z0-9-]{1,80}$/.test(place) ? `${told.data.split("#")[0]}#${place}` : told.data;
}
