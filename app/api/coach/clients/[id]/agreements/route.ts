import { z } from "zod";
import { copyForCoach } from "#lib/consent/copy.ts";
import { orViewerForm } from "#lib/http/forms.ts";
import { idIn } from "#lib/http/request.ts";
import { coachMutation } from "#lib/http.ts";
import { NotFound } from "#lib/refusal.ts";

const nothing = z.strictObject({});

export const POST = orViewerForm(
  coachMutation(nothing, (coach, { params, now }) => copyForCoach(coach, idIn(params), now)),
  nothing,
  () => "/coach/clients",
  (viewer, { params, now }) => {
    if (viewer.role !== "coach") throw new NotFound();
    return copyForCoach(viewer, idIn(params), now);
  },
);
