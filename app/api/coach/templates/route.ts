import { coachRead } from "#lib/http.ts";
import { templatesInput } from "#lib/notes/input.ts";
import { listTemplates } from "#lib/notes/templates.ts";

export const GET = coachRead(templatesInput, async (coach, { input, now }) => {
  const templates = await listTemplates(coach, { now, of: input });
  return { templates: templates.map(({ id, name, fields }) => ({ id, name, fields })) };
});
