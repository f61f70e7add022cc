import { randomUUID } from "node:crypto";
import type { BrowserContext } from "@playwright/test";
import { and, eq } from "drizzle-orm";
import { asSystem, closeDatabase } from "#db/client.ts";
import { demoPeople } from "#db/demo/people.ts";
import { sessionTypes } from "#db/schema/index.ts";
import { viewerOf } from "#lib/auth/proven.ts";
import { aSession, type Coach } from "#tests/support/people.ts";
import type { Portal } from "#tests/support/portal.ts";
import { testSettings } from "#tests/support/settings.ts";

const { id: userId, name, email, zone } = demoPeople.coach;

/** The coach of the demo practice. */
export const demoCoach = Object.assign(viewerOf({ userId, role: "coach", sessionId: randomUUID() }), {
  name,
  email,
  zone,
}) as Coach;

/** Runs `work` on the portal's own database, past all its pages. */
export async function inDatabase<T>(portal: Portal, work: () => Promise<T>): Promise<T> {
  Object.assign(process.env, testSettings, { DATABASE_URL: portal.database.url });
  try {
    return await work();
  } finally {
    await closeDatabase();
  }
}

/** This browser is signed in as that person. */
export async function signIn(context: BrowserContext, portal: Portal, person: { id: string }): Promise<void> {
  const value = await inDatabase(portal, () => aSession(person));
  await context.addCookies([{ name: "attune", value, url: portal.processes[0].url }]);
}

/** What that person's browser would send, and the answer. Throws when the portal says no. */
export async function sendAs<T>(
  portal: Portal,
  person: { id: string },
  path: string,
  body: object,
): Promise<T> {
  const { url } = portal.processes[0];
  const session = await inDatabase(portal, () => aSession(person));
  const answer = await fetch(`${url}${path}`, {
    method: "POST",
    headers: { "content-type": "application/json", origin: url, cookie: `attune=${session}` },
    body: JSON.stringify(body),
  });
  if (!answer.ok) throw new Error(`${path} answers ${answer.status}: ${await answer.text()}`);
  return (await answer.json()) as T;
}

type Kind = (typeof sessionTypes.$inferSelect)["kind"];

/** The id of a kind of session that the demo coach offers. */
export async function demoType(portal: Portal, kind: Kind): Promise<string> {
  const [type] = await inDatabase(portal, () =>
    asSystem("a test asks for a kind of session", (tx) =>
      tx
        .select({ id: sessionTypes.id })
        .from(sessionTypes)
        .where(and(eq(sessionTypes.coachId, userId), eq(sessionTypes.kind, kind))),
    ),
  );
  return type?.id ?? "";
}

/** Free starts, epoch milliseconds, of days that begin so many from today. */
export async function freeStarts(
  portal: Portal,
  type: string,
  { after, days }: { after: number; days: number },
) {
  const from = new Date(Date.now() + after * 86_400_000).toISOString().slice(0, 10);
  const question = new URLSearchParams({ type, from, days: String(days), zone: "UTC" });
  const answer = await fetch(`${portal.processes[0].url}/api/slots?${question}`);
  const times = (await answer.json()) as { days: { starts: string[] }[] };
  return times.days.flatMap(({ starts }) => starts.map((start) => Date.parse(start)));
}
