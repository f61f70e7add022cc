import { afterAll, expect } from "vitest";
import { testSettings } from "#tests/support/settings.ts";

const { DATABASE_URL: _, ...settings } = testSettings;

// Files that run one after another in the same process read the settings once, for all of them.
afterAll(() => {
  expect(
    process.env,
    "a test file that changes settings runs apart: see tests/vitest.config.ts",
  ).toMatchObject(settings);
});
