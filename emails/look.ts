import type { CSSProperties } from "react";

// Mail programs know no custom properties, so the theme's colours stand here as they are.
const light = {
  page: "#fbf8f3",
  sheet: "#fffefb",
  soft: "#e4ece6",
  ink: "#23302e",
  quiet: "#4f5d5a",
  primary: "#2f5d57",
  onPrimary: "#ffffff",
  line: "#e2dacb",
};
const dark: typeof light = {
  page: "#1c2523",
  sheet: "#212c29",
  soft: "#273532",
  ink: "#e9e6df",
  quiet: "#b9c2be",
  primary: "#9ccbc1",
  onPrimary: "#14211e",
  line: "#35433f",
};

const sans = "system-ui,-apple-system,'Segoe UI',Roboto,'Liberation Sans',Arial,sans-serif";
const serif = "'Iowan Old Style',Palatino,'Palatino Linotype','URW Palladio L',Georgia,serif";

/** For what inline styles cannot say: the dark, and narrow screens. */
export const styleSheet = `
:root{color-scheme:light dark;supported-color-schemes:light dark}
@media (prefers-color-scheme:dark){
.m-page,.m-page>table>tbody>tr>td{background:${dark.page}!important}
.m-sheet{background:${dark.sheet}!important;border-color:${dark.line}!important}
.m-ink{color:${dark.ink}!important}
.m-quiet{color:${dark.quiet}!important}
.m-link{color:${dark.primary}!important}
.m-line,.m-own{border-color:${dark.line}!important}
.m-code{background:${dark.soft}!important;color:${dark.ink}!important}
.m-button{background:${dark.primary}!important;color:${dark.onPrimary}!important}
}
@media (max-width:420px){
.m-when{font-size:28px!important}
.m-code{letter-spacing:4px!important}
}`.replaceAll("\n", "");

const reading: CSSProperties = {
  fontFamily: sans,
  fontSize: 17,
  lineHeight: 1.55,
  color: light.ink,
};

export const look = {
  page: { margin: 0, padding: "20px 12px 24px", background: light.page },
  sheet: {
    width: "100%",
    maxWidth: 536,
    borderCollapse: "separate",
    background: light.sheet,
    border: `1px solid ${light.line}`,
    borderRadius: 10,
  },
  body: { padding: "24px 22px 8px", textAlign: "left" },
  foot: { padding: "0 22px 10px", textAlign: "left" },
  rule: { margin: "0 0 18px", borderTop: `1px solid ${light.line}` },
  name: {
    margin: "0 0 20px",
    fontFamily: serif,
    fontSize: 19,
    lineHeight: 1.2,
    color: light.quiet,
  },
  text: { ...reading, margin: "0 0 16px", overflowWrap: "anywhere" },
  quiet: {
    ...reading,
    margin: "0 0 12px",
    fontSize: 15,
    lineHeight: 1.5,
    color: light.quiet,
    overflowWrap: "anywhere",
  },
  address: {
    fontFamily: sans,
    fontSize: 15,
    color: light.primary,
    textDecoration: "underline",
    wordBreak: "break-all",
  },
  link: { color: light.primary, textDecoration: "underline" },
  own: {
    margin: "0 0 20px",
    padding: "0 0 0 16px",
    borderLeft: `2px solid ${light.line}`,
    borderCollapse: "separate",
  },
  items: { margin: "0 0 16px", padding: "0 0 0 22px" },
  item: { ...reading, margin: "0 0 4px", overflowWrap: "anywhere" },
  when: {
    margin: "0 0 6px",
    fontFamily: serif,
    fontWeight: 400,
    fontSize: 34,
    lineHeight: 1.12,
    color: light.ink,
  },
  code: {
    margin: "0 0 18px",
    padding: "14px 8px",
    borderRadius: 7,
    background: light.soft,
    fontFamily: "ui-monospace,SFMono-Regular,Menlo,Consolas,'Liberation Mono',monospace",
    fontSize: 28,
    lineHeight: 1.2,
    letterSpacing: 8,
    textAlign: "center",
    color: light.ink,
  },
  button: {
    display: "inline-block",
    margin: "4px 0 16px",
    padding: "13px 22px",
    borderRadius: 7,
    background: light.primary,
    fontFamily: sans,
    fontWeight: 600,
    fontSize: 17,
    lineHeight: 1.3,
    color: light.onPrimary,
    textDecoration: "none",
  },
} satisfies Record<string, CSSProperties>;
