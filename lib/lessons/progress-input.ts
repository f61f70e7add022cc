import { z } from "zod";

/** What a client may say of a lesson. `undo` takes either of the others back. */
const answers = ["done", "aside", "undo"] as const;
export type Answer = (typeof answers)[number];

const blockName = /^[a-z0-9-]{1,80}$/;

/** Where a form leads back to: the client's home, the lessons, or one of them. */
const back = z.string().regex(/^\/(sessions|lessons(\/[a-z0-9-]{1,60}(\?in=[A-Za-z-]{2,8})?)?)$/);

/** `POST /api/lessons/[id]/progress` */
export const progressInput = z.strictObject({ answer: z.enum(answers), back: back.optional() });

/** `POST /api/lessons/[id]/place`: the anchor of a block, or nothing to let the place go. */
export const placeInput = z.strictObject({
  place: z.union([z.literal(""), z.string().regex(blockName)]),
  back: back.optional(),
});

type Fields = Record<string, string>;

/** The page that the fields of a form lead back to: at the end of a lesson, or at the block where a place was kept. */
export const pageOfProgress = (fields: Fields) => pageBack(fields, "end");
export const pageOfPlace = (fields: Fields) => pageBack(fields, fields.place);

function pageBack({ back: wanted }: Fields, anchor: string | undefined): string {
  const { data: page = "/lessons" } = back.safeParse(wanted);
  return page.startsWith("/lessons/") && anchor && blockName.test(anchor) ? `${page}#${anchor}` : page;
}
