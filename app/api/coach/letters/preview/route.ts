import { findReader } from "#lib/bookings/queries.ts";
import { coachRead } from "#lib/http.ts";
import { previewLetterInput } from "#lib/mail/words/input.ts";
import { previewLetter } from "#lib/mail/words/preview.ts";

/** A page, or plain text, with a content policy of its own, to be shown in a frame. */
export const GET = coachRead(previewLetterInput, async (coach, { input }) => {
  const { name } = await findReader(coach);
  const { type, body } = await previewLetter(input, name);
  return new Response(body, { headers: { "content-type": `${type}; charset=utf-8` } });
});
