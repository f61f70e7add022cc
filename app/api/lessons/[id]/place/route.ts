import type { z } from "zod";
import type { ClientViewer } from "#lib/auth/viewer.ts";
import { orClientForm, type Sent } from "#lib/http/forms.ts";
import { idIn } from "#lib/http/request.ts";
import { clientMutation } from "#lib/http.ts";
import { keepPlace } from "#lib/lessons/progress.ts";
import { pageOfPlace, placeInput } from "#lib/lessons/progress-input.ts";

type Asked = Sent<z.output<typeof placeInput>>;

async function keep(client: ClientViewer, { input, params, now }: Asked) {
  await keepPlace(client, idIn(params), input.place || null, now);
}

export const POST = orClientForm(clientMutation(placeInput, keep), placeInput, pageOfPlace, keep);
