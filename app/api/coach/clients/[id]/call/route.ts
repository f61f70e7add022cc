import { z } from "zod";
import { idIn } from "#lib/http/request.ts";
import { coachMutation } from "#lib/http.ts";
import { openNumber } from "#lib/safety-plan/queries.ts";

export const POST = coachMutation(z.strictObject({}), (coach, { params }) => openNumber(coach, idIn(params)));
