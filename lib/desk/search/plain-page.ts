import type { Found } from "./queries.ts";

/** What was found, where scripts do not run: a page that is no address, so that no name stands in one. */
export function foundPage({ clients, sessions, day }: Found): Response {
  const links = [
    ...clients.map(
      ({ id, name, email }) => `<li><a href="/coach/clients/${id}">${asText(name)}</a> ${asText(email)}</li>`,
    ),
    ...sessions.map(
      ({ id, when, who, type }) =>
        `<li><a href="/coach/sessions/${id}">${asText(`${day ?? ""}, ${when}: ${who || type}`)}</a></li>`,
    ),
  ];
  const html = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>Search – Attune</title>
</head>
<body>
<main>
<h1>What was found</h1>
${links.length > 0 ? `<ul>\n${links.join("\n")}\n</ul>` : "<p>Nobody by that name, and no session on that day.</p>"}
<p><a href="/coach/search">Search again</a></p>
</main>
</body>
</html>
`;
  return new Response(html, {
    headers: { "content-type": "text/html; charset=utf-8", "cache-control": "private, no-store" },
  });
}

const signs: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };
const asText = (text: string) => text.replace(/[&<>"']/g, (sign) => signs[sign] ?? sign);
