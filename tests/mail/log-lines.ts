import { errorFields, log } from "#lib/log.ts";

// Run by log.test.ts in a process of its own, whose output it reads.
const failure = Object.assign(new Error("Failed query: insert … params: river, ada@example.org"), {
  code: "23505",
  constraint_name: "users_email",
  query: "insert into reflections values ('river')",
});
log.info("A mail was sent", { messageId: "8d1f", attempts: 1 });
log.error("A job failed", errorFields(failure));
log.warn("A job failed", {
  ...errorFields("river"),
  ...({ to: "ada@example.org", body: "river" } as object),
});
