import { dateOnly } from "#lib/reflections/words.ts";
import type { ReadSummary } from "#lib/summaries/for-client.ts";
import { clockWords } from "#lib/time/words.ts";
import { zoneWords } from "#lib/time/zones.ts";
import { titleOf } from "../titles.ts";
import type { Exported, ExportedShare } from "./gather.ts";

export type Reader = { name: string; zone: string; now: number };

const signs: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };
const asText = (text: string) => text.replace(/[&<>"']/g, (sign) => signs[sign] ?? sign);

const looks = `
:root { color-scheme: light dark; }
body { max-width: 40rem; margin: 2rem auto; padding: 0 1.25rem; font: 1.0625rem/1.6 Georgia, serif; }
h1, h2, h3 { font-weight: 400; line-height: 1.3; text-wrap: balance; }
article { margin-top: 3rem; padding-top: 1rem; border-top: 1px solid; }
h3, .about { font-family: system-ui, sans-serif; font-size: 0.9375rem; }
h3 { margin: 1.5rem 0 0.25rem; font-weight: 600; }
.words { margin: 0; white-space: pre-wrap; overflow-wrap: anywhere; }
@media print { body { margin: 0; max-width: none; font-size: 11pt; } h2, h3 { break-after: avoid; } .words { orphans: 3; widows: 3; } }
`;

/** How the document begins. It needs nothing beside itself, and nothing in it runs. */
export function beginDocument({ name, zone, now }: Reader): string {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>What I wrote</title>
<style>${looks}</style>
</head>
<body>
<main>
<h1>What I wrote</h1>
<p class="about">${asText(name)}, ${dateOnly(now, zone, now)} ${new Date(now).getUTCFullYear()}. Times are in ${asText(zoneWords(zone))}. The oldest comes first.</p>
`;
}

export function pieceOfDocument(piece: Exported, { zone, now }: Reader): string {
  const { lesson, parts, blank, shares, removedAt, writtenAt } = piece;
  const title = titleOf({ ...piece, lesson: lesson?.title }, zone, now);
  const about = [
    `Written ${when(writtenAt, zone, now)}.`,
    removedAt === null ? "" : `Thrown away ${when(removedAt, zone, now)}.`,
    ...shares.map((share) => shareWords(share, zone, now)),
  ];
  const answers = parts.map(
    ({ asked, words, ends }) =>
      `${asked && `<h3>${asText(asked)}</h3>\n`}<p class="words">${asText(words)}${ends ? ` <small>${asText(ends)}</small>` : ""}</p>\n`,
  );
  return `<article>
<h2>${asText(title)}</h2>
<p class="about">${asText(about.filter(Boolean).join(" "))}</p>
${lesson ? `<h3>${asText(lesson.name)}</h3>\n<div>${lesson.html}</div>\n` : ""}${answers.join("")}${
  blank.length > 0 ? `<p class="about">Left blank: ${asText(blank.join(" · "))}</p>\n` : ""
}</article>
`;
}

/** What their coaches sent them, the newest session first. */
export function summariesOfDocument(summaries: readonly ReadSummary[], { zone, now }: Reader): string {
  return summaries
    .map(({ coachName, start, sentAt, written }) => {
      const parts = written.map(
        ({ label, words }) => `<h3>${asText(label)}</h3>\n<p class="words">${asText(words)}</p>\n`,
      );
      const of = `Of the session ${when(start, zone, now)}. Sent ${when(sentAt, zone, now)}.`;
      return `<article>
<h2>${asText(`Summary from ${coachName}`)}</h2>
<p class="about">${asText(of)}</p>
${parts.join("")}</article>
`;
    })
    .join("");
}

export const endDocument = "</main>\n</body>\n</html>\n";

function shareWords(
  { name, sharedAt, readableFrom, openedAt, withdrawnAt }: ExportedShare,
  zone: string,
  now: number,
) {
  const later = readableFrom > sharedAt ? `, to be read from ${when(readableFrom, zone, now)}` : "";
  const opened = openedAt === null ? "" : ` Opened ${when(openedAt, zone, now)}.`;
  const back =
    withdrawnAt === null ? "" : ` Taken back, or replaced by a newer copy, ${when(withdrawnAt, zone, now)}.`;
  return `Shared with ${name} ${when(sharedAt, zone, now)}${later}.${opened}${back}`;
}

const when = (at: number, zone: string, now: number) =>
  `${dateOnly(at, zone, now)} at ${clockWords(at, zone)}`;
