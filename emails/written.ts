import type { ReactElement } from "react";
import { plainText } from "./plain-text.ts";

// Not a plain import: Next forbids those of it, for fear of pages that render themselves.
const renderer = import("react-dom/server");

const doctype =
  '<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Transitional//EN" "http://www.w3.org/TR/xhtml1/DTD/xhtml1-transitional.dtd">';

/** A letter as HTML and as plain text. At once: react-email's own `render` streams, and waits for the event loop at each step. */
export async function written(letter: ReactElement): Promise<{ html: string; text: string }> {
  const { renderToStaticMarkup } = await renderer;
  const html = doctype + renderToStaticMarkup(letter);
  return { html, text: plainText(html) };
}
