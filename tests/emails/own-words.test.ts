import fc from "fast-check";
import { createElement } from "react";
import { describe, expect, test } from "vitest";
import BookingConfirmed from "#emails/booking-confirmed.tsx";
import { OwnWords } from "#emails/own-words.tsx";
import { written } from "#emails/written.ts";

const write = (words: string) => written(createElement(OwnWords, { words, from: "Sergio" }));

/** What is left of a passage's markup: the names of its elements, and all that they are given but their looks. */
function markupOf(html: string) {
  return {
    elements: [...new Set([...html.matchAll(/<([a-z][a-z0-9]*)/gi)].map(([, name]) => name?.toLowerCase()))],
    attributes: [...new Set([...html.matchAll(/ ([a-z-]+)="/gi)].map(([, name]) => name?.toLowerCase()))],
    addresses: [...html.matchAll(/ href="([^"]*)"/g)].map(([, address]) => address ?? ""),
  };
}

const frame = ["table", "tbody", "tr", "td"];
const allowed = new Set([...frame, "p", "em", "strong", "br", "ul", "ol", "li", "a"]);
const given = new Set([
  ...["align", "width", "border", "cellpadding", "cellspacing", "role"],
  ...["class", "style", "href", "target", "start"],
]);

async function expectHarmless(words: string) {
  const { html } = await write(words);
  const { elements, attributes, addresses } = markupOf(html.slice(html.indexOf(">") + 1));
  expect(elements.filter((name) => !allowed.has(name ?? ""))).toEqual([]);
  expect(attributes.filter((name) => !given.has(name ?? ""))).toEqual([]);
  for (const address of addresses) expect(address).toMatch(/^https:\/\/[^@/]+(\/|$|[?#])/);
}

test("paragraphs, emphasis, lists and links are read, as HTML and as plain text", async () => {
  const words =
    "Please ring at the **green door**,\nnot at the *blue* one.\n\nBring:\n\n- a cup\n- a [book](https://books.example.org/a?b=1)\n\n1. Ring\n2. Wait\n\nOr see https://map.example.org/x";
  const { html, text } = await write(words);
  expect(html).toContain("Please ring at the <strong>green door</strong>,<br/>not at the <em>blue</em> one.");
  expect(html).toContain('href="https://books.example.org/a?b=1"');
  expect(text).toBe(`From Sergio:

Please ring at the green door,
not at the blue one.

Bring:

 * a cup
 * a book: https://books.example.org/a?b=1

 1. Ring
 2. Wait

Or see https://map.example.org/x
`);
});

test("nothing stands there where nothing is written, and nobody is named for what comes with the portal", async () => {
  expect((await write(" \n ")).text).toBe("\n");
  const { text } = await written(createElement(OwnWords, { words: "Until then." }));
  expect(text).toBe("Until then.\n");
});

describe("what a letter has no place for stands there as it was typed", () => {
  test.each([
    "# 1 thing to bring",
    "> said by nobody",
    "`code`",
    "---",
    "~~gone~~",
    "<b>bold</b>",
    "| a | b |",
    "&lt;script&gt;",
    "[the way](http://plain.example.org)",
    "[me](https://books.example.org@evil.example.org/)",
    "[x](https:evil.example.org)",
    "[mail me](mailto:sol@example.org)",
  ])("%s", async (words) => {
    expect((await write(words)).text).toBe(`From Sergio:\n\n${words}\n`);
  });

  test("an indented line is a line", async () => {
    expect((await write("One\n\n    two")).text).toBe("From Sergio:\n\nOne\n\ntwo\n");
  });
});

const nasty = [
  "<script>alert(1)</script>",
  "<img src=x onerror=alert(1)>",
  "<svg/onload=alert(1)>",
  "<style>@import 'https://evil.example.org'</style>",
  "<iframe srcdoc='<script>alert(1)</script>'></iframe>",
  "</td></tr></table><form action=https://evil.example.org><input name=code></form>",
  "<!-- --><script>alert(1)</script><!-- -->",
  "<a href='javascript:alert(1)'>x</a>",
  "![pixel](https://evil.example.org/pixel.gif)",
  "![pixel][p]\n\n[p]: https://evil.example.org/pixel.gif",
  "[x](javascript:alert(1))",
  "[x](JaVaScRiPt:alert(1))",
  "[x](java\tscript:alert(1))",
  "[x](&#106;avascript:alert(1))",
  "[x](&#x6A;avascript&colon;alert(1))",
  "[x](\u0001javascript:alert(1))",
  "[x](data:text/html;base64,PHNjcmlwdD4=)",
  "[x](vbscript:msgbox(1))",
  "[x](file:///etc/passwd)",
  "[x](//evil.example.org)",
  "[x](/sign-in)",
  "[x](https:evil.example.org)",
  '[x](https://a.example.org "onmouseover=alert(1)")',
  '[x](https://a.example.org/"onmouseover="alert(1))',
  "[x](<https://a.example.org/' onclick='alert(1)>)",
  "[<img src=x onerror=alert(1)>](https://a.example.org)",
  "[![x](https://evil.example.org/x.png)](https://a.example.org)",
  "[x]: javascript:alert(1)\n\n[x]",
  "<javascript:alert(1)>",
  '<https://a.example.org/"onclick="alert(1)>',
  "https://user:pass@evil.example.org",
  "www.evil.example.org",
  "- <img src=x onerror=alert(1)>\n  - [x](javascript:alert(1))",
  "1. ```html\n   <script>alert(1)</script>\n   ```",
  "**<script>alert(1)</script>**",
  "`<script>alert(1)</script>`",
  "    <script>alert(1)</script>",
  "<div\n\nonclick=alert(1)>",
  "&lt;script&gt;alert(1)&lt;/script&gt;",
  "\u202egpj.exe\u2066",
];

test.each(nasty)("nothing comes of %j", expectHarmless);

test("nothing comes of whatever such pieces make together", async () => {
  const piece = fc.oneof(
    fc.constantFrom(...nasty, "\n", "\n\n", "*", "**", "_", "[", "](", ")", "- ", "1. ", "> ", "<", ">", '"'),
    fc.string({ maxLength: 12, unit: "grapheme" }),
  );
  const words = fc.array(piece, { maxLength: 14 }).map((pieces) => pieces.join("").slice(0, 600));
  await fc.assert(fc.asyncProperty(words, expectHarmless), { numRuns: 300 });
});

test.each([
  "*",
  "**",
  "[",
  "![",
  "<",
  "- ",
  "1. ",
  "> ",
  "_a",
  "[x](",
  "`",
  "\\",
  "&",
  "((",
  "a@",
  "https://a",
])("a whole passage of %j is read at once", async (sign) => {
  const before = performance.now();
  await expectHarmless(sign.repeat(600).slice(0, 600));
  expect(performance.now() - before).toBeLessThan(500);
});

test("a word without an end stays inside a narrow letter", async () => {
  expect((await write("x".repeat(600))).html).toMatch(/overflow-wrap:anywhere[^>]*>x{600}</);
});

test("the facts, the links, the way to help and why it comes stay, whatever is written", async () => {
  const letter = (words: string) =>
    written(
      createElement(BookingConfirmed, {
        ...BookingConfirmed.PreviewProps,
        passage: { words, from: "Sergio" },
      }),
    );
  const without = (await letter("")).text.split("\n\n");
  for (const words of [...nasty, "<!--", "</body></html>", "<style>*{display:none}"]) {
    const parts = (await letter(words)).text;
    for (const part of without) expect(parts).toContain(part);
  }
});
