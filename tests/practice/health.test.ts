import { mkdtemp, rm, utimes, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { queues } from "#db/queues.ts";
import { works } from "#lib/jobs/registry.ts";
import { type WatchedJob, watchedJobs } from "#lib/practice/health/jobs.ts";
import { ageWords, sizeWords } from "#lib/practice/health/line.ts";
import { healthLines } from "#lib/practice/health/lines.ts";
import { newestIn, roomAt } from "#lib/practice/health/machine.ts";
import type { Readings } from "#lib/practice/health/readings.ts";
import { gradeOf } from "#tests/copy/reading-level.ts";

const now = Date.parse("2026-12-01T08:00:00Z");
const [minute, hour, day, gigabyte] = [60_000, 3_600_000, 86_400_000, 1024 ** 3];

const good: Readings = {
  jobs: (Object.keys(watchedJobs) as WatchedJob[]).map((name) => ({
    name,
    lastRun: now - minute,
    knownSince: now - 30 * day,
  })),
  mailLastRun: now - 10_000,
  mail: { waiting: 1, waitingSince: now - minute, failed: 0, unsure: 0 },
  addressesFailing: 0,
  feeds: { all: 2, unread: 0 },
  databaseBytes: 30 * 1024 ** 2,
  version: { portal: "0.1.0", node: "24.1.0", postgres: "17.2" },
  disk: { free: 40 * gigabyte, whole: 100 * gigabyte },
  backup: now - 9 * hour,
  keys: { seals: "k2", others: ["k1"], isFileThere: true },
};

const run = (name: WatchedJob, lastRun: number | undefined, knownSince = now - 30 * day) => ({
  jobs: [{ name, lastRun, knownSince }],
});
const without = (change: Partial<Readings>) =>
  healthLines({ ...good, ...change }, now).filter(({ state }) => state !== "well");

test("while all is well, nothing is asked of anybody", () => {
  expect(without({})).toEqual([]);
  expect(healthLines(good, now).every(({ said, todo }) => said !== "" && todo === "")).toBe(true);
});

const wrong: [what: string, change: Partial<Readings>, state: "mind" | "unwell", said: string][] = [
  ["the sender has never run", { mailLastRun: undefined }, "unwell", "It has not run yet."],
  ["the sender stands still", { mailLastRun: now - 5 * minute }, "unwell", "It last ran 5 minutes ago."],
  [
    "mail waits",
    { mail: { waiting: 2, waitingSince: now - 20 * minute, failed: 0, unsure: 0 } },
    "unwell",
    "2 letters wait for 20 minutes by now.",
  ],
  [
    "mail fails",
    { mail: { waiting: 0, waitingSince: undefined, failed: 1, unsure: 2 } },
    "unwell",
    "One letter could not be sent. Of 2 letters nobody knows whether it went out.",
  ],
  ["mail comes back", { addressesFailing: 1 }, "mind", "Mail to one person comes back."],
  [
    "a job stands still",
    run(queues.remind, now - 3 * hour),
    "unwell",
    "Reminders: last done well 3 hours ago.",
  ],
  ["a job was never done", run(queues.tidyMail, undefined), "unwell", "Tidying old mail away: not done yet."],
  ["calendars are not read", { feeds: { all: 3, unread: 1 } }, "mind", "1 of 3 could not be read for a day."],
  ["nobody told of backups", { backup: "not told" }, "mind", "No backups are known here."],
  ["there is no backup", { backup: "none" }, "unwell", "There is nothing in the folder of the backups."],
  [
    "the folder of backups is gone",
    { backup: "unknown" },
    "unwell",
    "The folder of the backups cannot be looked into.",
  ],
  ["the backup is old", { backup: now - 4 * day }, "unwell", "The newest is 4 days old."],
  [
    "the disk is nearly full",
    { disk: { free: 0.9 * gigabyte, whole: 5 * gigabyte } },
    "unwell",
    "922 MB of 5.0 GB are free.",
  ],
  [
    "a tenth is not free",
    { disk: { free: 9 * gigabyte, whole: 100 * gigabyte } },
    "unwell",
    "9.0 GB of 100.0 GB are free.",
  ],
  ["the disk cannot be looked at", { disk: "unknown" }, "mind", "It cannot be told how much is left."],
  [
    "the file with the keys is gone",
    { keys: { seals: "k1", others: [], isFileThere: false } },
    "unwell",
    "The file with the keys is not where it was.",
  ],
  [
    "PostgreSQL is too old",
    { version: { ...good.version, postgres: "14.9" } },
    "mind",
    "Attune 0.1.0, Node 24.1.0, PostgreSQL 14.9.",
  ],
];

describe.each(wrong)("when %s", (_, change, state, said) => {
  test("there is one plain sentence for it, and what to do", () => {
    const lines = without(change);
    expect(lines).toMatchObject([{ state, said }]);
    expect(lines[0]?.todo).toMatch(/\.$/);
    expect(gradeOf([`${said} ${lines[0]?.todo}`])).toBeLessThanOrEqual(9);
  });
});

test("what is worst stands first", () => {
  const states = without({ backup: "not told", mailLastRun: undefined }).map(({ state }) => state);
  expect(states).toEqual(["unwell", "mind"]);
});

test("a job that is not due yet is no worry, nor a database elsewhere", () => {
  expect(without(run(queues.tidyMail, undefined, now - hour))).toEqual([]);
  expect(without({ disk: "elsewhere" })).toEqual([]);
});

test("every piece of work that the clock calls for is watched", () => {
  const called = works.filter(({ cron }) => cron).map(({ queue }) => queue);
  expect(Object.keys(watchedJobs).toSorted()).toEqual(called.toSorted());
});

test("ages and sizes are said in round words", () => {
  expect([ageWords(0), ageWords(90 * minute), ageWords(47 * hour), ageWords(3 * day)]).toEqual([
    "1 minute",
    "90 minutes",
    "47 hours",
    "3 days",
  ]);
  expect([sizeWords(1), sizeWords(gigabyte)]).toEqual(["1 MB", "1.0 GB"]);
});

test("the newest backup counts, and neither an empty folder nor none is one", async () => {
  const folder = await mkdtemp(join(tmpdir(), "backups-"));
  try {
    expect(await newestIn(folder)).toBe("none");
    for (const [name, at] of [
      ["old", now - day],
      ["new", now],
      [".hidden", now + day],
    ] as const) {
      await writeFile(join(folder, name), "x");
      await utimes(join(folder, name), at / 1000, at / 1000);
    }
    expect(await newestIn(folder)).toBe(now);
    expect(await newestIn(join(folder, "none"))).toBe("unknown");
    expect(await roomAt(folder)).toMatchObject({ whole: expect.any(Number) });
    expect(await roomAt(join(folder, "none"))).toBe("unknown");
  } finally {
    await rm(folder, { recursive: true });
  }
});
