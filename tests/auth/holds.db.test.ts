import { eq } from "drizzle-orm";
import { afterAll, beforeEach, expect, test } from "vitest";
import { POST as openLink } from "#app/api/sign-in/confirm/route.ts";
import { asSystem } from "#db/client.ts";
import { bookings, clients, users } from "#db/schema/index.ts";
import { issueToken } from "#lib/auth/tokens.ts";
import { stopJobs } from "#lib/jobs/boss.ts";
import { anAddress, forgetLimits, sessionOf } from "#tests/auth/asking.ts";
import { post } from "#tests/auth/calls.ts";
import { aHoldFor } from "#tests/auth/holds.ts";
import { onFreshDatabase } from "#tests/support/on-fresh-database.ts";

onFreshDatabase();
afterAll(() => stopJobs(1_000));
beforeEach(forgetLimits);

test("a visitor becomes a client by confirming the time that is held for them", async () => {
  const email = anAddress();
  const bookingId = await aHoldFor(email, "Ada");
  const { token } = await asSystem("test", (tx) =>
    issueToken(tx, { email, bookingId, expiresAt: Date.now() + 60_000, now: Date.now() }),
  );
  const response = await post(openLink, { token, email });
  expect(await response.json()).toEqual({ next: `/sessions/${bookingId}`, bookingId, confirmed: true });
  const viewer = (await sessionOf(response))?.viewer;
  const [made] = await asSystem("test", (tx) =>
    tx.select().from(users).innerJoin(clients, eq(clients.id, users.id)).where(eq(users.email, email)),
  );
  expect(made?.users).toMatchObject({
    id: viewer?.id,
    displayName: "Ada",
    zone: "Europe/Lisbon",
    role: "client",
  });
  const [booking] = await asSystem("test", (tx) =>
    tx.select().from(bookings).where(eq(bookings.id, bookingId)),
  );
  expect(booking?.status).toBe("confirmed");
});

test("when the hold has run out meanwhile, the visitor is signed in and told so", async () => {
  const email = anAddress();
  const bookingId = await aHoldFor(email, "Ben");
  const { token } = await asSystem("test", (tx) =>
    issueToken(tx, { email, bookingId, expiresAt: Date.now() + 60_000, now: Date.now() }),
  );
  await asSystem("test", (tx) =>
    tx
      .update(bookings)
      .set({ holdExpires: Date.now() - 1 })
      .where(eq(bookings.id, bookingId)),
  );
  const response = await post(openLink, { token, email });
  const body = await response.json();
  expect(body).toMatchObject({ next: "/book", confirmed: false });
  expect(body.message).toMatch(/^We kept this time/);
  expect(await sessionOf(response)).toBeDefined();
});
