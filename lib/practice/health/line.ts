/**
 * One thing about the portal. `unwell` is told by mail too; `mind` is for whoever looks: it is no fault, or others were
 * told of it already.
 */
export type HealthLine = {
  name: string;
  state: "well" | "mind" | "unwell";
  /** How it is, one sentence or a few words. */
  said: string;
  /** What to do. Empty where all is well. */
  todo: string;
};

export const well = (name: string, said: string): HealthLine => ({ name, state: "well", said, todo: "" });
export const mind = (name: string, said: string, todo: string): HealthLine => ({
  name,
  state: "mind",
  said,
  todo,
});
export const unwell = (name: string, said: string, todo: string): HealthLine => ({
  name,
  state: "unwell",
  said,
  todo,
});

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

/** "12 minutes", "3 hours", "5 days". */
export function ageWords(ms: number): string {
  const [count, unit] =
    ms < 2 * hour
      ? [Math.max(1, Math.round(ms / minute)), "minute"]
      : ms < 2 * day
        ? [Math.round(ms / hour), "hour"]
        : [Math.round(ms / day), "day"];
  return `${count} ${unit}${count === 1 ? "" : "s"}`;
}

/** "3.4 GB". */
export function sizeWords(bytes: number): string {
  const gigabyte = 1024 ** 3;
  return bytes < gigabyte
    ? `${Math.max(1, Math.round(bytes / 1024 ** 2))} MB`
    : `${(bytes / gigabyte).toFixed(1)} GB`;
}

/** "One letter", "3 letters". */
export const countWords = (count: number, one: string, many: string): string =>
  count === 1 ? `One ${one}` : `${count} ${many}`;
