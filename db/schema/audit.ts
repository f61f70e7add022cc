import { bigint, index, jsonb, pgTable, text, uuid } from "drizzle-orm/pg-core";
import { createdAt } from "./columns.ts";

/** Who did what to what. Never what anybody wrote. */
export const auditLog = pgTable(
  "audit_log",
  {
    seq: bigint({ mode: "number" }).primaryKey().generatedAlwaysAsIdentity(),
    at: createdAt(),
    actorId: uuid(),
    actorKind: text().notNull(),
    action: text().notNull(),
    subjectType: text().notNull(),
    subjectId: uuid(),
    meta: jsonb().$type<Record<string, string | number | boolean>>().notNull().default({}),
  },
  (t) => [index("audit_log_subject").on(t.subjectType, t.subjectId)],
);
