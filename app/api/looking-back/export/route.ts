import { z } from "zod";
import type { ClientViewer } from "#lib/auth/viewer.ts";
import { orClientForm } from "#lib/http/forms.ts";
import { clientMutation } from "#lib/http.ts";
import { exportWriting } from "#lib/reflections/looking-back/export/export.ts";

const nothing = z.strictObject({});

async function send(client: ClientViewer, { now }: { now: number }): Promise<Response> {
  const { name, bytes } = await exportWriting(client, now);
  return new Response(bytes, {
    headers: {
      "content-type": "application/zip",
      "content-disposition": `attachment; filename="${name}"`,
      "cache-control": "private, no-store",
    },
  });
}

export const POST = orClientForm(clientMutation(nothing, send), nothing, () => "/looking-back", send);
