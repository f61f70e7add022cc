import { z } from "zod";
import { language } from "#lib/lessons/course-files.ts";
import { pictures } from "#lib/lessons/markdown/blocks.ts";
import { proseState } from "./prose-input.ts";

const words = (most: number) =>
  z
    .string()
    .transform((text) => text.normalize("NFC").replace(/\s+/g, " ").trim())
    .pipe(
      z
        .string()
        .max(most, `That is longer than there is room for. ${most} characters fit.`)
        .regex(/^[^\p{Cc}\p{Cs}]*$/u, "There is a sign in it that we cannot keep."),
    );
// Empty: not written yet, the same as none.
const mayBe = words(120)
  .transform((text) => text || undefined)
  .optional();
const id = z
  .string()
  .max(60)
  .regex(/^([a-z0-9]+(-[a-z0-9]+)*)?$/);

const panel = z.union([
  z.strictObject({
    who: z.enum(["reach", "step_back"]),
    title: mayBe,
    only: z.literal("guidance").optional(),
    state: proseState,
  }),
  z.strictObject({
    who: z.literal("other"),
    title: words(120),
    only: z.literal("guidance").optional(),
    state: proseState,
  }),
]);
const field = z.strictObject({ id, label: words(120), hint: mayBe });

const block = z.discriminatedUnion("type", [
  z.strictObject({ type: z.enum(["idea", "example", "safety"]), title: mayBe, state: proseState }),
  z.strictObject({ type: z.literal("panels"), title: mayBe, panels: z.array(panel).max(12) }),
  z.strictObject({
    type: z.literal("exercise"),
    id,
    title: words(120),
    picture: z.enum(pictures).optional(),
    fields: z.array(field).max(12),
    state: proseState,
  }),
  z.strictObject({ type: z.literal("journal_prompt"), id, state: proseState }),
  z.strictObject({ type: z.literal("shared_question"), id, coachOnly: z.boolean(), state: proseState }),
]);

const revision = z.number().int().min(0).max(2_000_000_000);

/** `POST /api/coach/lessons/[id]/draft` */
export const saveDraftInput = z.strictObject({
  language,
  revision,
  version: z.number().int().min(0).max(1_000_000),
  words: z.strictObject({ title: words(120), summary: words(300), goal: words(300) }),
  blocks: z.array(block).max(60, "That is more than one lesson has room for. 60 blocks fit."),
});

/** `POST /api/coach/lessons/[id]/publish` and `/discard` */
export const draftInput = z.strictObject({ language, revision });

/** What a lesson of many pages takes, with all that an editor says about each word. */
export const mostBytes = 1_000_000;
