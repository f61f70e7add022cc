import { loadDemo } from "#db/demo/load.ts";
import { demoPeople } from "#db/demo/people.ts";
import { migrateDatabase } from "#db/migrate.ts";
import { onDatabase } from "#db/one-connection.ts";
import { ensureOwner } from "#db/practice/owner.ts";
import { ensureDemoAgreements } from "#lib/consent/demo.ts";
import { ensureConsentTexts } from "#lib/consent/ensure-texts.ts";
import { checkKeys, noteKeys } from "#lib/keys/known-answers.ts";
import { ensureCourse } from "#lib/lessons/shipped-course.ts";
import { ensureDemoNotes } from "#lib/notes/demo.ts";
import { ensureQuestions } from "#lib/questions/shipped-sets.ts";
import { ensureSupport } from "#lib/support/ensure.ts";
import type { Settings } from "./settings.ts";

type Account = { role: string; name: string; email: string };
type Given = Pick<Settings, "databaseUrl" | "ownerEmail" | "encryptionKeys">;

/** Brings the database to this version, with its owner or its demo. The accounts are those of the demo. */
export async function preparePractice({
  databaseUrl,
  ownerEmail,
  encryptionKeys,
}: Given): Promise<readonly Account[]> {
  // First, so that with the wrong keys nothing is changed.
  await onDatabase(databaseUrl, (sql) => checkKeys(sql, encryptionKeys));
  await migrateDatabase(databaseUrl);
  const holds = await whatItHolds(databaseUrl);
  await onDatabase(databaseUrl, (sql) => noteKeys(sql, encryptionKeys));
  if (ownerEmail) {
    if (holds === "demo")
      throw new Error(
        "OWNER_EMAIL is set, but this database holds the demo practice, and a real one begins empty. " +
          "Move the folder .data away (or set DATABASE_URL to an empty database), or leave OWNER_EMAIL out.",
      );
    await ensureOwner(databaseUrl, ownerEmail);
    await ensureCourse(databaseUrl, Date.now());
    await ensureQuestions(databaseUrl, Date.now());
    await ensureConsentTexts(databaseUrl, Date.now());
    await ensureSupport(databaseUrl, Date.now());
    return [];
  }
  if (holds === "practice")
    throw new Error(
      "OWNER_EMAIL is missing: this database belongs to a practice, and the demo would be mixed into it. " +
        "Set it to the owner's address: OWNER_EMAIL=you@example.org",
    );
  await ensureCourse(databaseUrl, Date.now());
  await ensureQuestions(databaseUrl, Date.now());
  await ensureConsentTexts(databaseUrl, Date.now());
  await ensureSupport(databaseUrl, Date.now());
  const accounts = await loadDemo(databaseUrl, Date.now());
  await onDatabase(databaseUrl, async (sql) => {
    await ensureDemoNotes(sql, encryptionKeys);
    await ensureDemoAgreements(sql, encryptionKeys, Date.now());
  });
  return accounts;
}

async function whatItHolds(url: string): Promise<"nothing" | "demo" | "practice"> {
  return onDatabase(url, async (sql) => {
    const [found] = await sql<{ has_people: boolean; has_demo: boolean }[]>`
      select exists(select from users) as has_people,
        exists(select from users where id = ${demoPeople.coach.id}) as has_demo`;
    if (found?.has_demo) return "demo";
    return found?.has_people ? "practice" : "nothing";
  });
}
