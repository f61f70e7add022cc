import type { WatchedJob } from "./jobs.ts";

/** A folder on this machine, and how much room is left where it lies, in bytes. */
export type Room = { free: number; whole: number };

/** What was found out about the portal at one moment. Times in epoch milliseconds; counts and never names. */
export type Readings = {
  jobs: {
    name: WatchedJob;
    /** When it was last done well. */
    lastRun: number | undefined;
    /** Since when this database knows of it. */
    knownSince: number;
  }[];
  /** When the sender of mail was last alive. */
  mailLastRun: number | undefined;
  mail: {
    /** What could go out by now and has not. */
    waiting: number;
    waitingSince: number | undefined;
    /** Of the last days. */
    failed: number;
    unsure: number;
  };
  /** People whose mail comes back. */
  addressesFailing: number;
  feeds: { all: number; unread: number };
  databaseBytes: number;
  version: { portal: string; node: string; postgres: string };
  /** Undefined where the database is elsewhere; "unknown" where it cannot be looked at. */
  disk: Room | "elsewhere" | "unknown";
  /** When the newest backup was made. */
  backup: number | "none" | "unknown" | "not told";
  keys: { seals: string; others: string[]; isFileThere: boolean };
};
