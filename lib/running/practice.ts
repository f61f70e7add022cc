import postgres from "postgres";
import { loadDemo } from "#db/demo/load.ts";
import { demoPeople } from "#db/demo/people.ts";
import { migrateDatabase } from "#db/migrate.ts";
import { ensureOwner } from "#db/practice/owner.ts";
import type { Settings } from "./settings.ts";

type Account = { role: string; name: string; email: string };

/** Brings the database to this version, with its owner or its demo. The accounts are those of the demo. */
export async function preparePractice({
  databaseUrl: url,
  ownerEmail,
}: Settings): Promise<readonly Account[]> {
  await migrateDatabase(url);
  if (ownerEmail) {
    await ensureOwner(url, ownerEmail);
    return [];
  }
  if (await hasRealPeople(url))
    throw new Error(
      "OWNER_EMAIL is missing: this database belongs to a practice, and the demo would be mixed into it. " +
        "Set it to the owner's address: OWNER_EMAIL=you@example.org",
    );
  return loadDemo(url, Date.now());
}

async function hasRealPeople(url: string): Promise<boolean> {
  const connection = postgres(url, { max: 1, onnotice: () => {} });
  try {
    const [found] = await connection<{ is_real: boolean }[]>`
      select exists(select from users) and not exists(select from users where id = ${demoPeople.coach.id}) as is_real`;
    return found?.is_real ?? false;
  } finally {
    await connection.end({ timeout: 5 });
  }
}
