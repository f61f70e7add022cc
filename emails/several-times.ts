import type { Sheet } from "./letter.tsx";
import type { Passage } from "./own-words.tsx";

/** What every letter about times that belong together says of them. */
export type SeveralTimes = {
  /** Whom the letter greets. */
  name: string;
  /** Whom they meet. */
  with: string;
  /** Each "Tuesday 8 December, 18:00 to 19:15". */
  times: string[];
  /** "Lisbon time (Europe/Lisbon)". */
  zone: string;
  /** The page of these meetings. */
  sessionUrl: string;
  sheet: Sheet;
};

/** The same, in a letter with a place for the coach's own words. */
export type SpokenTimes = SeveralTimes & {
  /** A few sentences after the first. */
  passage: Passage;
};

/** For the preview of such a letter. */
export const twoTimes: SeveralTimes = {
  name: "Alex",
  with: "Sergio",
  times: ["Tuesday 8 December, 10:00 to 18:00", "Thursday 10 December, 18:00 to 19:00"],
  zone: "Lisbon time (Europe/Lisbon)",
  sessionUrl: "https://portal.example/sessions/7d1f5d0e-52f4-4a0e-9a53-0a4f4a0f8f8d",
  sheet: { portalUrl: "https://portal.example" },
};

/** For the preview of a letter with the coach's own words. */
export const spokenTimes: SpokenTimes = { ...twoTimes, passage: { words: "That is all right." } };
