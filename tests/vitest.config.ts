import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";
import { testSettings } from "#tests/support/settings.ts";

export default defineConfig({
  root: fileURLToPath(new URL("..", import.meta.url)),
  test: {
    env: testSettings,
    // Machines that build are slow machines.
    testTimeout: 30_000,
    hookTimeout: 60_000,
    setupFiles: ["tests/support/quiet-console.ts"],
    projects: [
      {
        extends: true,
        test: {
          name: "unit",
          include: ["tests/**/*.test.ts"],
          exclude: ["tests/**/*.db.test.ts"],
        },
      },
      {
        extends: true,
        test: {
          name: "database",
          include: ["tests/**/*.db.test.ts"],
          globalSetup: ["tests/support/global-setup.ts"],
        },
      },
    ],
  },
});
