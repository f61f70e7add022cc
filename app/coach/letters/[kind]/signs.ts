/** Puts `put` in place of what stands from `from` to `to`; then `mark` is selected. Places count characters of the text. */
export type Change = { from: number; to: number; put: string; mark: readonly [from: number, to: number] };

type Sign = (text: string, from: number, to: number) => Change;

export const bold: Sign = (text, from, to) => {
  const words = text.slice(from, to).trim();
  // Signs next to a space would stay signs, and a double click selects the space too.
  const start = words ? from + text.slice(from, to).indexOf(words) : from;
  const end = words ? start + words.length : to;
  const put = words || "these words";
  return { from: start, to: end, put: `**${put}**`, mark: [start + 2, start + 2 + put.length] };
};

/** Each line that is touched becomes an item. A list begins after a blank line. */
export const list: Sign = (text, from, to) => {
  const start = text.lastIndexOf("\n", from - 1) + 1;
  const end = text.indexOf("\n", to) === -1 ? text.length : text.indexOf("\n", to);
  const lines = text.slice(start, end).split("\n");
  const above = text.slice(0, start);
  const gap = above === "" || /(^|\n)([-*] .*)?\n$/.test(above) ? "" : "\n";
  const put = gap + lines.map((line) => (/^[-*] /.test(line) ? line : `- ${line}`)).join("\n");
  return { from: start, to: end, put, mark: [start + put.length, start + put.length] };
};

const address = "https://";

export const link: Sign = (text, from, to) => {
  const words = text.slice(from, to).trim() || "these words";
  const put = `[${words}](${address})`;
  const start = from + put.length - 1 - address.length;
  return { from, to, put, mark: [start, start + address.length] };
};
