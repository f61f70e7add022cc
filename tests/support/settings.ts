/** The environment of a portal under test. Keys and secrets are made up and open nothing. */
export const testSettings = {
  // A zone nobody here lives in, so that a forgotten zone fails.
  TZ: "Asia/Kathmandu",
  DEMO: "1",
  PORT: "3000",
  APP_URL: "http://localhost:3000",
  AUTH_SECRET: "a-secret-for-tests-that-is-long-enough",
  ENCRYPTION_KEYS: `test:${Buffer.alloc(32, 7).toString("base64")}`,
  RESEND_API_KEY: "re_test",
  RESEND_BASE_URL: "http://127.0.0.1:9",
  RESEND_WEBHOOK_SECRET: `whsec_${Buffer.alloc(24, 9).toString("base64")}`,
  LOG_LEVEL: "silent",
  // Said to be empty, so that no .env file fills them.
  ENCRYPTION_KEYS_FILE: "",
  OWNER_EMAIL: "",
  DATABASE_URL: "",
  MAIL_FROM: "",
  POOL_MAX: "10",
  PREPARE: "true",
  TRUST_PROXY: "",
  QUICK_EXIT_URL: "",
  BACKUP_DIR: "",
  DATABASE_FOLDER: "",
} as const;
