import { planMoveInput } from "#lib/arcs/input.ts";
import { planMove } from "#lib/arcs/plan-move.ts";
import { idIn } from "#lib/http/request.ts";
import { viewerRead } from "#lib/http.ts";

export const GET = viewerRead(planMoveInput, (viewer, { input, params, now }) =>
  planMove(viewer, idIn(params), input, now),
);
