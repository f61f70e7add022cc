/** The distances that have a name of their own, in the order in which they are offered. */
export const namedDistances = [
  { days: -5, words: "Five days before" },
  { days: -1, words: "The day before" },
  { days: 1, words: "The morning after" },
  { days: 7, words: "A week after" },
  { days: 15, words: "Week three" },
] as const;

const numbers = ["no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"];

/** "Five days before", "The morning after", "Week three", "12 days after". */
export function distanceWords(days: number): string {
  const named = namedDistances.find((one) => one.days === days);
  if (named) return named.words;
  const [side, count] = [days < 0 ? "before" : "after", Math.abs(days)];
  const isWeeks = count % 7 === 0;
  const amount = isWeeks ? count / 7 : count;
  const unit = `${isWeeks ? "week" : "day"}${amount === 1 ? "" : "s"}`;
  const words = `${amount === 1 ? "a" : (numbers[amount] ?? amount)} ${unit} ${side}`;
  return words.charAt(0).toUpperCase() + words.slice(1);
}
