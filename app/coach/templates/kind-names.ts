import type { SessionKind } from "#lib/notes/fields.ts";

export const kindNames: Record<SessionKind, string> = {
  first_conversation: "First conversation",
  preparation: "Preparation",
  guidance: "Guidance",
  integration: "Integration",
  couple: "Couple session",
  mentorship: "Mentoring",
};

export const partNames = { note: "Private note", summary: "Summary" };
