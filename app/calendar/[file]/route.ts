import { etagOf, feedText, isKnown } from "#lib/calendar/feed/feed-text.ts";
import { findFeedReader, listFeedEntries } from "#lib/calendar/feed/queries.ts";
import { tokenInFile } from "#lib/calendar/feed/token.ts";
import { answerError } from "#lib/http/answers.ts";
import { takeFromBudget } from "#lib/limits/limits.ts";
import { NotFound } from "#lib/refusal.ts";

/** A person's sessions for their own calendar program, which has the secret in this address and no session. */
export async function GET(
  request: Request,
  { params }: { params: Promise<{ file: string }> },
): Promise<Response> {
  try {
    const token = tokenInFile((await params).file);
    const reader = token && (await findFeedReader(token));
    if (!reader) throw new NotFound();
    await takeFromBudget({ name: "calendar-feed", key: token, points: 120, seconds: 3_600 });
    const text = feedText(await listFeedEntries(reader, Date.now()));
    const etag = etagOf(text);
    const headers = { "cache-control": "private, max-age=300", etag };
    if (isKnown(request.headers.get("if-none-match"), etag))
      return new Response(null, { status: 304, headers });
    return new Response(text, {
      headers: {
        ...headers,
        "content-type": "text/calendar; charset=utf-8",
        "content-disposition": 'attachment; filename="meetings.ics"',
      },
    });
  } catch (error) {
    return answerError(error);
  }
}
