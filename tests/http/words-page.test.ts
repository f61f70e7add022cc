import { expect, test } from "vitest";
import { wordsPage } from "#lib/http/words-page.ts";

const fields = {
  block: "ceiling",
  "answer.words": '</textarea><script>alert("1")</script>\n\'&amp;',
  'od"d': "'><script>",
};
const page = (status: number) =>
  wordsPage({
    place: "lesson",
    action: "/api/reflections",
    fields,
    isWords: (name) => name.startsWith("answer."),
    page: "/lessons/two-whole-people#ceiling",
    status,
  });

test("gives words back as text, whatever they are", async () => {
  const answer = page(503);
  const html = await answer.text();
  expect([answer.status, answer.headers.get("cache-control")]).toEqual([503, "private, no-store"]);
  expect(html).not.toContain("<script");
  expect(html.match(/<textarea/g)).toHaveLength(1);
  expect(html).toContain(
    "&lt;/textarea&gt;&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt;\n&#39;&amp;amp;",
  );
  expect(html).toContain('<input type="hidden" name="block" value="ceiling">');
  expect(html).not.toContain("/sign-in");
});

test("says how to sign in again to one who is signed out", async () => {
  const html = await page(401).text();
  expect(html).toContain('href="/sign-in?next=%2Flessons%2Ftwo-whole-people"');
  expect(html).toContain('target="_blank"');
});
