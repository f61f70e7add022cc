import { z } from "zod";
import { otherSteps } from "#lib/arcs/rules.ts";
import { instant } from "#lib/time/input.ts";

const zone = z.string().max(64);
const start = instant;
const typeId = z.guid("Please choose a kind of session.");
const step = z.enum(otherSteps.map((other) => other.step));

/** `GET /api/arcs/plan` */
export const planArcInput = z.strictObject({ type: typeId, start, zone });

/** What a client sends who asks for a day of guidance. What is not among the steps is left out. */
export const askForArcInput = z.strictObject({
  typeId,
  start,
  zone,
  law: z.literal(true, "Please tick that you are responsible for following the law where you are."),
  steps: z
    .array(z.strictObject({ step, typeId, start }))
    .max(otherSteps.length)
    .refine((steps) => new Set(steps.map((one) => one.step)).size === steps.length, {
      message: "Please choose one time for each session.",
    }),
});
export type AskForArcInput = z.output<typeof askForArcInput>;

/** `GET /api/bookings/[id]/move-plan` */
export const planMoveInput = z.strictObject({ start, zone: zone.optional() });

/** Where the others go when guidance moves: to a time, or nowhere. Who is not named stays. */
export const otherMoves = z
  .array(z.strictObject({ bookingId: z.guid(), start: start.nullable() }))
  .max(otherSteps.length)
  .optional();
export type OtherMove = NonNullable<z.output<typeof otherMoves>>[number];
