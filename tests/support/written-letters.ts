import "#tests/support/read-letters.ts";
import { createElement } from "react";
import { letterKinds } from "#lib/mail/letters.ts";

// Every letter as HTML, for whoever runs this as a program: Playwright's own reading of markup is not React's.
const { written } = await import("#emails/written.ts");
const letters: Record<string, string> = {};
for (const kind of letterKinds) {
  const { default: Letter } = await import(`../../emails/${kind.replaceAll("_", "-")}.tsx`);
  letters[kind] = (await written(createElement(Letter, Letter.PreviewProps))).html;
}
process.stdout.write(JSON.stringify(letters));
