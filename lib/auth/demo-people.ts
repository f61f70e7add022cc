import { demoAccounts } from "#db/demo/people.ts";
import { settings } from "#lib/running/settings.ts";

/** Whom one may sign in as on a demonstration, and where their mail can be read. Nobody on a real portal. */
export function listDemoPeople() {
  const { demo, mail } = settings();
  if (!demo) return undefined;
  return { people: demoAccounts, mailbox: mail.isLocal ? mail.baseUrl : undefined };
}
