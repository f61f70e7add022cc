import { idIn } from "#lib/http/request.ts";
import { coachMutation } from "#lib/http.ts";
import { orderLessonsInput } from "#lib/lessons/authoring/input.ts";
import { orderLessons } from "#lib/lessons/authoring/order.ts";

export const POST = coachMutation(orderLessonsInput, async (coach, { input, params }) => {
  await orderLessons(coach, idIn(params), input);
  return { status: "ordered" };
});
