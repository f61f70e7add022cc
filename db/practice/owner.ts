import { eq } from "drizzle-orm";
import { drizzle } from "drizzle-orm/postgres-js";
import postgres from "postgres";
import { coaches, sessionTypes, users } from "../schema/index.ts";
import { defaultTypes } from "./default-types.ts";

/** Makes the owner and an empty practice, once. Hours stay closed until the owner opens them. */
export async function ensureOwner(url: string, email: string): Promise<void> {
  const connection = postgres(url, { max: 1, onnotice: () => {} });
  try {
    await drizzle(connection, { casing: "snake_case" }).transaction(async (tx) => {
      await tx
        .insert(users)
        .values({
          role: "owner",
          email: email.toLowerCase(),
          displayName: "Sergio",
        })
        .onConflictDoNothing();
      const [owner] = await tx
        .select({ id: users.id })
        .from(users)
        .where(eq(users.email, email.toLowerCase()));
      if (!owner) throw new Error("The owner was not made");
      await tx.update(users).set({ role: "owner" }).where(eq(users.id, owner.id));
      await tx.insert(coaches).values({ id: owner.id, zone: "UTC" }).onConflictDoNothing();
      const types = defaultTypes.map((type, position) => ({
        ...type,
        position,
        coachId: owner.id,
      }));
      await tx.insert(sessionTypes).values(types).onConflictDoNothing();
    });
  } finally {
    await connection.end({ timeout: 5 });
  }
}
