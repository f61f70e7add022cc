import { asSystem, type Tx } from "#db/client.ts";
import { note } from "#lib/audit/audit.ts";
import { adapterFor } from "#lib/auth/adapter.ts";
import { issueSession } from "#lib/auth/issuer.ts";
import { findPerson, makeClientOfHold, makeCoachOfInvitation } from "#lib/auth/people.ts";
import type { Viewer } from "#lib/auth/proven.ts";
import { endSession } from "#lib/auth/sessions.ts";
import { type Proved, redeemCode, redeemLink } from "#lib/auth/tokens.ts";
import { Refusal } from "#lib/refusal.ts";

type Browser = {
  /** The session that this browser has now, which the new one ends. */
  sessionToken: string | undefined;
  /** Stays signed in after it is closed. */
  keep: boolean;
  /** What its clocks go by, for somebody who is here for the first time. */
  zone?: string | undefined;
};

export type SignedIn = { viewer: Viewer; bookingId: string | undefined; cookie: string };

type Link = { token: string; email?: string | undefined; browserHash?: Buffer | undefined };

/** Signs in with the link from the mail. */
export async function signInByLink(link: Link, browser: Browser, now: number): Promise<SignedIn> {
  const result = await asSystem("someone signs in with a link", async (tx) => {
    const proved = await redeemLink(tx, link, now);
    return typeof proved === "string" ? proved : ((await enter(tx, proved, browser, now)) ?? "ended");
  });
  if (typeof result !== "string") return result;
  throw linkRefusals[result]();
}

/** Signs in with the code from the mail. A wrong, an old and a stranger's code are refused alike. */
export async function signInByCode(
  typed: { email: string; code: string },
  browser: Browser,
  now: number,
): Promise<SignedIn> {
  const result = await asSystem("someone signs in with a code", async (tx) => {
    const proved = await redeemCode(tx, typed, now);
    return proved === "wrong" ? undefined : enter(tx, proved, browser, now);
  });
  if (result) return result;
  throw new Refusal(
    "Sorry, that is not the code in our newest mail. If you asked twice, please use the later one.",
    { field: "code", code: "wrong_code" },
  );
}

async function enter(
  tx: Tx,
  proved: Proved,
  { sessionToken, keep, zone }: Browser,
  now: number,
): Promise<SignedIn | undefined> {
  await makeCoachOfInvitation(tx, proved, { zone, now });
  await makeClientOfHold(tx, proved);
  const person = await findPerson(tx, proved.email);
  if (!person) return undefined;
  const { adapter, outcome } = adapterFor(tx, { person, keep, now });
  const cookie = await issueSession(adapter);
  const { viewer } = outcome;
  if (!viewer || !cookie) throw outcome.error ?? new Error("next-auth let nobody in");
  await endSession(tx, sessionToken, now);
  await note(tx, viewer, "session.started", { type: "session", id: viewer.sessionId });
  return {
    viewer,
    bookingId: proved.bookingId,
    cookie: keep ? cookie : cookie.replace(/; Expires=[^;]*/i, ""),
  };
}

const linkRefusals = {
  ended: () =>
    new Refusal("This link has rested too long, or it was used already. A new one takes a moment.", {
      code: "link_ended",
      status: 409,
    }),
  "address needed": () =>
    new Refusal(
      "Please type the address this mail came to. You opened it on another device or in another app.",
      {
        code: "address_needed",
        field: "email",
      },
    ),
  "other address": () =>
    new Refusal("That is not the address this mail went to. Please look at the mail once more.", {
      code: "other_address",
      field: "email",
    }),
};
