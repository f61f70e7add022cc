import { z } from "zod";
import { idIn } from "#lib/http/request.ts";
import { coachRead } from "#lib/http.ts";
import { exportCourse, zipFolder } from "#lib/lessons/authoring/export.ts";

export const GET = coachRead(z.strictObject({}), async (coach, { params, now }) => {
  const files = await exportCourse(coach, idIn(params));
  const day = new Date(now).toISOString().slice(0, 10);
  return new Response(zipFolder(files), {
    headers: {
      "content-type": "application/zip",
      "content-disposition": `attachment; filename="lessons-${day}.zip"`,
      "cache-control": "private, no-store",
    },
  });
});
