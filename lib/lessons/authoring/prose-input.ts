import { z } from "zod";
import { keptAddress } from "./link-address.ts";

/* What the editor in the browser holds of a lesson's text: Lexical's own JSON, with nothing in it but what a lesson has. */

const text = z.object({
  type: z.literal("text"),
  text: z.string().regex(/^[^\p{Cs}\0]*$/u, "There is a sign in it that we cannot keep."),
  format: z.number().int().default(0),
});
const plainPart = z.discriminatedUnion("type", [
  text,
  z.object({ type: z.literal("linebreak") }),
  z.object({ type: z.literal("tab") }),
]);
const link = z.object({
  type: z.literal("link"),
  url: z.string().regex(keptAddress, "Please look at this link's address."),
  children: z.array(plainPart),
});
const inline = z.union([plainPart, link]);
const paragraph = z.object({ type: z.literal("paragraph"), children: z.array(inline) });
const quote = z.object({ type: z.literal("quote"), children: z.array(inline) });
const item = z.object({
  type: z.literal("listitem"),
  get children(): z.ZodArray<z.ZodUnion<[typeof inline, typeof list]>> {
    return z.array(z.union([inline, list]));
  },
});
const list = z.object({
  type: z.literal("list"),
  listType: z.enum(["bullet", "number"]),
  start: z.number().int().min(0).max(999).default(1),
  get children(): z.ZodArray<typeof item> {
    return z.array(item);
  },
});

const mostLevels = 40;

export const proseState = z
  .unknown()
  .refine(isShallow, "There are more lists in lists than we can keep.")
  .pipe(
    z.object({
      root: z.object({
        type: z.literal("root"),
        children: z.array(z.discriminatedUnion("type", [paragraph, quote, list])),
      }),
    }),
  );

export type ProseState = z.output<typeof proseState>;
export type StateBlock = ProseState["root"]["children"][number];
export type StateInline = z.output<typeof inline>;
export type StateList = z.output<typeof list>;
export type StateItem = StateList["children"][number];

/** So that nothing walks down without an end. */
function isShallow(value: unknown): boolean {
  let level = [value];
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > mostLevels) return false;
    level = level.flatMap((one) => (one !== null && typeof one === "object" ? Object.values(one) : []));
  }
  return true;
}
