import { pathToSignIn } from "#lib/auth/next-path.ts";

type Words = {
  /** Where the form goes when it is sent again. */
  action: string;
  fields: Record<string, string>;
  /** Which of the fields somebody wrote. */
  isWords: (name: string) => boolean;
  /** Where it came from, and what that is called. */
  page: string;
  place: "lesson" | "journal" | "plan" | "agreement";
  status: number;
  /** Why it was not kept, where there is more to say than that. */
  why?: string | undefined;
  /** What each of the words is called. */
  labels?: Record<string, string>;
  /** What to save as in place of what was sent, such as a newer revision. */
  instead?: Record<string, string>;
};

/**
 * What somebody wrote, given back where there are no scripts to hold it and it could not be kept. A plain page of its
 * own: whoever went back to the page they came from would find it as it was before they wrote.
 */
export function wordsPage({ action, fields, isWords, page, place, status, ...more }: Words): Response {
  const { why: said, labels = {}, instead = {} } = more;
  const inputs = Object.entries({ ...fields, ...instead }).map(([name, value]) =>
    isWords(name)
      ? `<p>${labels[name] ? `${asText(labels[name])}<br>` : ""}<textarea name="${asText(name)}" rows="${labels[name] ? 2 : 8}" cols="60" aria-label="${asText(labels[name] ?? "What you wrote")}">\n${asText(value)}</textarea></p>`
      : `<input type="hidden" name="${asText(name)}" value="${asText(value)}">`,
  );
  const signIn = asText(pathToSignIn(page.split("#")[0] ?? null));
  const why =
    status === 401
      ? `<p>You are signed out, so it could not be saved. <a href="${signIn}" target="_blank" rel="noreferrer">Sign in</a> in a window of its own, then save it here.</p>`
      : said
        ? `<p>${asText(said)}</p>`
        : "<p>It could not be saved just now. Please try again in a moment, or keep a copy.</p>";
  const html = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>What you wrote – Attune</title>
</head>
<body>
<main>
<h1>What you wrote is still here</h1>
${why}
<form method="post" action="${asText(action)}">
${inputs.join("\n")}
<p><button>Save</button></p>
</form>
<p><a href="${asText(page)}">Back to the ${place}, without saving</a></p>
</main>
</body>
</html>
`;
  return new Response(html, {
    status,
    headers: { "content-type": "text/html; charset=utf-8", "cache-control": "private, no-store" },
  });
}

const signs: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };
const asText = (text: string) => text.replace(/[&<>"']/g, (sign) => signs[sign] ?? sign);
