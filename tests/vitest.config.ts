import { defineConfig } from "vitest/config";

export default defineConfig({
  root: new URL("..", import.meta.url).pathname,
  test: {
    include: ["tests/**/*.test.ts"],
    // A zone nobody here lives in, so that a forgotten zone fails.
    env: { TZ: "Asia/Kathmandu" },
  },
});
