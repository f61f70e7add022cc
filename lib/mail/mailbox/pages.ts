import type { Mail } from "./mail.ts";

const style = `
:root{color-scheme:light dark;--page:#fbf8f3;--raised:#fffefb;--ink:#23302e;--quiet:#4f5d5a;--primary:#2f5d57;--line:#e2dacb;--focus:#9a4f33}
@media (prefers-color-scheme:dark){:root{--page:#1c2523;--raised:#212c29;--ink:#e9e6df;--quiet:#b9c2be;--primary:#9ccbc1;--line:#35433f;--focus:#efc39b}}
*{box-sizing:border-box}
body{margin:0 auto;max-width:52rem;padding:2rem 1.25rem 4rem;background:var(--page);color:var(--ink);font:400 1.0625rem/1.55 system-ui,sans-serif;overflow-wrap:anywhere}
h1,h2{font-family:"Iowan Old Style",Palatino,"URW Palladio L",Georgia,serif;font-weight:400;line-height:1.16}
h1{font-size:2.25rem;margin:0 0 .5rem}
h2{font-size:1.4rem;margin:2.5rem 0 .75rem}
a{color:var(--primary);text-underline-offset:.22em}
:focus-visible{outline:2px solid var(--focus);outline-offset:3px;border-radius:2px}
.quiet{color:var(--quiet)}
ul{list-style:none;margin:1.5rem 0;padding:0;border-top:1px solid var(--line)}
li{border-bottom:1px solid var(--line)}
li a{display:block;padding:.9rem .25rem;text-decoration:none;color:inherit;min-height:2.75rem}
li a:hover strong{text-decoration:underline}
dl{display:grid;grid-template-columns:auto 1fr;gap:.25rem 1rem;margin:1.5rem 0}
dt{color:var(--quiet)}
dd{margin:0}
iframe{width:100%;height:min(48rem,85vh);border:1px solid var(--line);border-radius:.625rem;background:var(--raised)}
pre{white-space:pre-wrap;padding:1.25rem;border:1px solid var(--line);border-radius:.625rem;background:var(--raised);font-size:.9375rem}
nav{margin:0 0 1.5rem}
`;

/** The list of all mails. */
export function listPage(mails: Mail[], to: string | null): string {
  const rows = mails.map(
    (mail) => `<li><a href="/messages/${mail.id}/view"><strong>${plain(mail.to.join(", "))}</strong><br>
${plain(mail.subject)}<br><span class="quiet">${plain(opening(mail))}</span><br>
<span class="quiet">${clock(mail)}${mail.attachments.length ? " · with a file" : ""}</span></a></li>`,
  );
  const empty = `<p>Nothing has arrived${to ? ` for ${plain(to)}` : ""} yet.</p>`;
  return page(
    "Local mailbox",
    `<h1>Local mailbox</h1>
<p class="quiet">Mails of the portal on this machine. None of them leaves it. <a href="/${to ? `?to=${encodeURIComponent(to)}` : ""}">Look again</a></p>
${rows.length ? `<ul>${rows.join("")}</ul>` : empty}`,
  );
}

/** One mail, with all its parts. */
export function mailPage(mail: Mail): string {
  const files = mail.attachments.map(
    ({ filename, contentType }, index) =>
      `<li><a href="/messages/${mail.id}/attachments/${index}" download="${plain(filename)}"><strong>${plain(filename)}</strong><br><span class="quiet">${plain(contentType)}</span></a></li>`,
  );
  return page(
    mail.subject,
    `<nav><a href="/">All mails</a></nav>
<h1>${plain(mail.subject)}</h1>
<dl><dt>To</dt><dd>${plain(mail.to.join(", "))}</dd><dt>From</dt><dd>${plain(mail.from)}</dd><dt>Arrived</dt><dd>${clock(mail)}</dd></dl>
${mail.html ? `<h2>The letter</h2><iframe title="The letter" src="/messages/${mail.id}/html" sandbox="allow-popups allow-popups-to-escape-sandbox"></iframe>` : ""}
${files.length ? `<h2>Files</h2><ul>${files.join("")}</ul>` : ""}
${mail.text ? `<h2>As plain text</h2><pre tabindex="0" role="region" aria-label="The letter as plain text">${linked(mail.text)}</pre>` : ""}`,
  );
}

/** The page's own style is all that a browser may use; a mail's own page may use styles, and open links. */
export const listPolicy =
  "default-src 'none'; style-src 'unsafe-inline'; frame-src 'self'; img-src data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
export const letterPolicy =
  "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'; frame-ancestors 'self'; sandbox allow-popups allow-popups-to-escape-sandbox";

function page(title: string, body: string): string {
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>${plain(title)}</title><link rel="icon" href="data:,"><style>${style}</style></head><body><main>${body}</main></body></html>`;
}

// Every letter has the same subject; its first words tell one from another.
const opening = ({ text }: Mail) => text.split("\n\n").find((part) => !part.startsWith("Hello")) ?? "";

function linked(text: string): string {
  return plain(text).replace(
    /https?:\/\/[^\s<>]+[^\s<>.,;:)]/g,
    (url) => `<a href="${url}" target="_blank" rel="noopener noreferrer">${url}</a>`,
  );
}

const clock = ({ createdAt }: Mail) =>
  `<time datetime="${createdAt}">${createdAt.slice(0, 19).replace("T", " ")} UTC</time>`;

function plain(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
}
