import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";
import { testSettings } from "#tests/support/settings.ts";

// Those that change settings or the clockwork of the language, which others in the same process would feel.
const apart = [
  "tests/auth/database-away.test.ts",
  "tests/emails/{as-sent,calendar-words}.test.ts",
  "tests/http/{forms,mutation}.test.ts",
  "tests/mail/{no-webhook-secret,off-token}.test.ts",
  "tests/mail/words/preview.test.ts",
  "tests/running/headers.test.ts",
  "tests/scheduling/zones-kept.test.ts",
];

// The same for those with a database: they have a mailbox or keys of their own, or a faster clock.
const apartOnDatabase = [
  "tests/auth/secure-cookies.db.test.ts",
  "tests/bookings/reminders/remind.db.test.ts",
  "tests/keys/*.db.test.ts",
  "tests/lessons/suggestions/{second-look,send-due}.db.test.ts",
  "tests/mail/**/*.db.test.ts",
  "tests/reflections/destroy-key.db.test.ts",
  "tests/reflections/letters/*.db.test.ts",
];
const onDatabase = { globalSetup: ["tests/support/global-setup.ts"] };

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
          exclude: ["tests/**/*.db.test.ts", ...apart],
          // They share nothing that one of them could change, and to load everything anew for each takes longer than they do.
          isolate: false,
        },
      },
      { extends: true, test: { name: "apart", include: apart } },
      {
        extends: true,
        test: {
          ...onDatabase,
          name: "database",
          include: ["tests/**/*.db.test.ts"],
          exclude: apartOnDatabase,
          isolate: false,
          setupFiles: ["tests/support/same-settings.ts"],
        },
      },
      { extends: true, test: { ...onDatabase, name: "database apart", include: apartOnDatabase } },
    ],
  },
});
