import { expect, test } from "vitest";
import { bold, type Change, link, list } from "#app/coach/letters/[kind]/signs.ts";

/** The text after the button, with what is selected in it between bars. */
function after(sign: (text: string, from: number, to: number) => Change, marked: string): string {
  const from = marked.indexOf("|");
  const to = marked.lastIndexOf("|") - (marked.lastIndexOf("|") === from ? 0 : 1);
  const text = marked.replaceAll("|", "");
  const { from: start, to: end, put, mark } = sign(text, from, to);
  const all = text.slice(0, start) + put + text.slice(end);
  return `${all.slice(0, mark[0])}|${all.slice(mark[0], mark[1])}|${all.slice(mark[1])}`;
}

test("bold goes close round the words that are selected, and says where to write when none are", () => {
  expect(after(bold, "Ring |twice |please")).toBe("Ring **|twice|** please");
  expect(after(bold, "Ring |")).toBe("Ring **|these words|**");
});

test("a link waits for its address", () => {
  expect(after(link, "See |the way|.")).toBe("See [the way](|https://|).");
  expect(after(link, "|")).toBe("[these words](|https://|)");
});

test("a list takes in each line that is touched, after a blank line", () => {
  expect(after(list, "Bring:\ntea| a\nbook| b\nend")).toBe("Bring:\n\n- tea a\n- book b||\nend");
  expect(after(list, "|tea")).toBe("- tea||");
  expect(after(list, "- tea\n|cups|")).toBe("- tea\n- cups||");
  expect(after(list, "Bring:\n\n|- tea")).toBe("Bring:\n\n- tea||");
});
