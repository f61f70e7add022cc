import { toPlainText } from "react-email";

// html-to-text brings no types of its own; this is the part of them that is used here.
type Element = { children: unknown[]; attribs?: Record<string, string> };
type Walk = (children: unknown[], builder: Builder) => void;
type Builder = {
  openBlock(options: { leadingLineBreaks: number }): void;
  closeBlock(options: { trailingLineBreaks: number }): void;
  addInline(text: string, options?: { noWordTransform: boolean }): void;
  addLineBreak(): void;
};

/** A rendered letter as plain text: buttons become "label:" with the address beneath. */
export function plainText(html: string): string {
  const text = toPlainText(html, {
    formatters: {
      action(button: Element, walk: Walk, builder: Builder) {
        builder.openBlock({ leadingLineBreaks: 2 });
        walk(button.children, builder);
        builder.addInline(":");
        builder.addLineBreak();
        builder.addInline(button.attribs?.href ?? "", {
          noWordTransform: true,
        });
        builder.closeBlock({ trailingLineBreaks: 2 });
      },
      written(link: Element, walk: Walk, builder: Builder) {
        walk(link.children, builder);
        builder.addInline(`: ${link.attribs?.href ?? ""}`, { noWordTransform: true });
      },
      dashes(_rule: Element, _walk: Walk, builder: Builder) {
        builder.openBlock({ leadingLineBreaks: 2 });
        builder.addInline("--");
        builder.closeBlock({ trailingLineBreaks: 1 });
      },
    },
    selectors: [
      { selector: "a.m-button", format: "action" },
      { selector: "a.m-link", format: "written" },
      { selector: "a.m-link.m-bare", format: "inline" },
      { selector: "p.m-beneath", format: "paragraph", options: { leadingLineBreaks: 1 } },
      { selector: "hr", format: "dashes" },
      {
        selector: "h1",
        options: {
          uppercase: false,
          leadingLineBreaks: 2,
          trailingLineBreaks: 1,
        },
      },
    ],
  });
  return `${text.replace(/[\u200a\u200b]/g, "").trim()}\n`;
}
