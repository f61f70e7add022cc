import postgres from "postgres";
import { closeDatabase } from "#db/client.ts";
import { readyBuild } from "#lib/running/build.ts";
import { startTestCluster } from "#tests/support/database.ts";
import { startPortal } from "#tests/support/portal.ts";
import { testSettings } from "#tests/support/settings.ts";

export type Site = {
  url: string;
  /** As the portal's own role. */
  databaseUrl: string;
  /** The same database, as superuser. */
  admin: postgres.Sql;
  /** Runs `work`, which makes up people and their sessions, on this portal's database. */
  within<T>(work: () => Promise<T>): Promise<T>;
};

/** Portals of the production build, one process each, on one server with a database for each. */
export async function onPortals<T>(count: number, work: (...sites: Site[]) => Promise<T>): Promise<T> {
  await readyBuild();
  const stops = [await startTestCluster()];
  try {
    const sites: Site[] = [];
    for (let made = 0; made < count; made++) {
      const portal = await startPortal({ processes: 1, database: "empty" });
      const admin = postgres(portal.database.adminUrl, { max: 1, onnotice: () => {} });
      stops.push(portal.stop, () => admin.end({ timeout: 5 }));
      const databaseUrl = portal.database.url;
      const within: Site["within"] = (part) => inside(databaseUrl, part);
      sites.push({ url: portal.processes[0].url, databaseUrl, admin, within });
    }
    return await work(...sites);
  } finally {
    for (const stop of stops.reverse()) await stop();
  }
}

async function inside<T>(url: string, work: () => Promise<T>): Promise<T> {
  Object.assign(process.env, testSettings, { DATABASE_URL: url });
  try {
    return await work();
  } finally {
    await closeDatabase();
  }
}
