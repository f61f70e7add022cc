/** The queues of the job runner, made when the database is migrated. The first is sent before the later ones. */
export const queues = {
  sendMail: "send-mail",
  releaseHolds: "release-holds",
  refreshFeeds: "refresh-feeds",
  tidyMail: "tidy-mail",
  remind: "remind",
  overview: "overview",
  suggest: "suggest",
  ask: "ask",
  letAnswersGo: "let-answers-go",
  lookAfter: "look-after",
} as const;

export const jobSchema = "pgboss";
