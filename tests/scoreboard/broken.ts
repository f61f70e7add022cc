import type fc from "fast-check";
import type { Draft } from "./wire.ts";

/** What is wrong with an input. */
export type Broken = {
  what: string;
  draft?: Partial<Draft>;
  /** In place of the whole. */
  bytes?: string;
  isHarmless?: boolean;
  isBroken?: boolean;
  endsEarly?: boolean;
};
export type Breaks = fc.Arbitrary<Broken>;

export const set = (what: string, name: string, value: string | undefined): Broken => ({
  what: `${what} ${value?.slice(0, 60)}`,
  draft: { headers: { [name]: value } },
});

/** What may stand in a header. */
export const noControls = (text: string) =>
  Array.from(text)
    .filter((sign) => sign >= " " && sign <= "~")
    .join("");
