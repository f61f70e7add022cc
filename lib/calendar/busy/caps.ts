/** What a calendar may ask of us. Whatever asks for more is not read at all, and what was read before is kept. */
export const caps = {
  /** Milliseconds that reading may take, and megabytes. */
  patience: 2_000,
  memory: 64,
  events: 5_000,
  /** Of one repeating entry. */
  steps: 2_000,
  blocks: 10_000,
  interval: 1_000,
  listItems: 62,
} as const;
export type Caps = { [Name in keyof typeof caps]: number };

/** Days that are read, counted from the coach's today. */
export const readDays = { before: 1, ahead: 180 };
