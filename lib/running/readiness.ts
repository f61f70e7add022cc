import { sql } from "drizzle-orm";
import { asSystem } from "#db/client.ts";

const patience = 2_000;

/** What the portal cannot do without and does not have just now. */
export async function findMissing(): Promise<string[]> {
  const isThere = asSystem("readiness", (tx) => tx.execute(sql`select 1`)).then(
    () => true,
    () => false,
  );
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<boolean>((resolve) => {
    timer = setTimeout(() => resolve(false), patience);
  });
  return (await Promise.race([isThere, late]).finally(() => clearTimeout(timer))) ? [] : ["database"];
}
