import { expect } from "vitest";
import { POST as ask } from "#app/api/sign-in/route.ts";
import { asSystem } from "#db/client.ts";
import { rateLimits } from "#db/schema/index.ts";
import { findSession } from "#lib/auth/sessions.ts";
import { cookiesOf, post } from "#tests/auth/calls.ts";
import { mailsTo } from "#tests/auth/mails.ts";
import { aClient, aCoach } from "#tests/support/people.ts";

let people = 0;
export const anAddress = () => `person-${++people}@example.org`;

/** An hour later, as far as limits go. */
export const forgetLimits = () => asSystem("test", (tx) => tx.delete(rateLimits));

/** Somebody asks for a mail: the browser's cookie, and the newest mail. */
export async function askedBy(email: string, more: { next?: string } = {}) {
  const asked = await post(ask, { email, ...more });
  expect(asked.status).toBe(200);
  return { cookie: cookiesOf(asked), ...(await mailsTo(email)).at(-1) };
}

export async function someoneAsked(role: "client" | "coach" = "client", more: { next?: string } = {}) {
  const email = anAddress();
  const { id } = await (role === "coach" ? aCoach : aClient)({ email });
  return { email, id, ...(await askedBy(email, more)) };
}

export const sessionOf = (response: Response) =>
  findSession(/attune=([^;]+)/.exec(response.headers.getSetCookie().join("\n"))?.[1], Date.now());
