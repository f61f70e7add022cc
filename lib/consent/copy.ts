import type { ClientViewer, CoachViewer } from "#lib/auth/viewer.ts";
import { dateOnly } from "#lib/reflections/words.ts";
import { clockWords } from "#lib/time/words.ts";
import { zoneWords } from "#lib/time/zones.ts";
import { readCopy } from "./queries.ts";
import { choiceWords } from "./topics.ts";
import { sayCoach, textHtml } from "./words-of-text.ts";

/** All that a client signed with one coach, as a file of their own. */
export const copyForClient = async (client: ClientViewer, coachId: string, now: number) =>
  fileOf(await readCopy(client, { clientId: client.id, coachId }), now);

/** The same file for that coach. */
export const copyForCoach = async (coach: CoachViewer, clientId: string, now: number) =>
  fileOf(await readCopy(coach, { clientId, coachId: coach.id }), now);

type Copy = Awaited<ReturnType<typeof readCopy>>;

function fileOf(copy: Copy, now: number): Response {
  return new Response(documentOf(copy, now), {
    headers: {
      "content-type": "text/html; charset=utf-8",
      "content-disposition": 'attachment; filename="agreements.html"',
      "cache-control": "private, no-store",
    },
  });
}

const signs: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };
const asText = (text: string) => text.replace(/[&<>"']/g, (sign) => signs[sign] ?? sign);

/** It needs nothing beside itself, and nothing in it runs. */
export function documentOf({ clientName, coachName, zone, signed }: Copy, now: number): string {
  const when = (at: number) => `${dateOnly(at, zone, 0)} at ${clockWords(at, zone)}`;
  const parts = signed.map(({ topic, title, body, version, signedAt, withdrawnAt, signature }) => {
    const chosen = choiceWords(topic, signature?.choice ?? null);
    const lines = [
      `Signed “${signature?.name ?? "not readable"}” on ${when(signedAt)}, version ${version}.`,
      withdrawnAt === null ? "" : `Withdrawn or replaced on ${when(withdrawnAt)}.`,
      chosen ? `Chosen: ${chosen}.` : "",
      signature?.also ? `Also: ${signature.also}` : "",
    ];
    return `<article>
<h2>${asText(sayCoach(title, coachName))}</h2>
${textHtml(body, coachName)}
${lines.flatMap((line) => (line ? [`<p class="signed">${asText(line)}</p>`] : [])).join("\n")}
</article>
`;
  });
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>Agreements</title>
<style>
:root { color-scheme: light dark; }
body { max-width: 40rem; margin: 2rem auto; padding: 0 1.25rem; font: 1.0625rem/1.6 Georgia, serif; }
h1, h2 { font-weight: 400; line-height: 1.3; }
article { margin-top: 3rem; padding-top: 1rem; border-top: 1px solid; }
.signed { font-family: system-ui, sans-serif; font-size: 0.9375rem; white-space: pre-wrap; overflow-wrap: anywhere; }
</style>
</head>
<body>
<main>
<h1>Agreements</h1>
<p class="signed">${asText(`${clientName} with ${coachName}. Made on ${when(now)}. Times are in ${zoneWords(zone)}.`)}</p>
${parts.join("") || "<p>Nothing is signed yet.</p>\n"}</main>
</body>
</html>
`;
}
