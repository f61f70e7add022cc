import { planArcInput } from "#lib/arcs/input.ts";
import { planArc } from "#lib/arcs/plan.ts";
import { clientRead } from "#lib/http.ts";

export const GET = clientRead(planArcInput, (client, { input, now }) => planArc(client, input, now));
