import { randomUUID } from "node:crypto";
import type { MailEvent } from "#lib/mail/mailbox/lives.ts";
import { anEvent, signedRequest } from "#tests/support/webhooks.ts";
import type { Chance } from "./chance.ts";
import type { Letter } from "./mail-model.ts";

export type Bounce = "Permanent" | "Transient" | "Undetermined";

/** What is told of a letter, in the test's own words. */
export type Told = { letter: Letter; what: string; at: number; bounce: Bounce | undefined };

/** A request, signed only when it is sent, and what it must be answered. */
export type Post = { request: () => RequestInit; status: number };

const whats = [
  "sent",
  "delivery_delayed",
  "delivered",
  "failed",
  "suppressed",
  "bounced",
  "complained",
  "opened",
];
const minute = 60_000;

/** Up to five things that are told of this letter, at times that now and then are the same. */
export function someTold(letter: Letter, draw: Chance, from: number): Told[] {
  return Array.from({ length: draw.below(6) }, () => {
    const what = draw.oneOf(whats);
    const bounce =
      what === "bounced"
        ? draw.oneOf<Bounce>(["Permanent", "Permanent", "Transient", "Undetermined"])
        : undefined;
    return { letter, what, at: from + draw.below(5_000), bounce };
  });
}

/** As Resend writes it. Now and then the tag is lost, and only Resend's own id is left, where we know that. */
export function eventOf({ letter, what, at, bounce }: Told, draw: Chance): MailEvent {
  const { id, to, providerId } = letter;
  const isTagged = providerId === undefined || !draw.isOneIn(8);
  return anEvent({
    what,
    at,
    to,
    ...(isTagged && { messageId: id }),
    ...(providerId && { providerId }),
    ...(bounce && { bounce }),
  });
}

/** Of a mail that is none of ours. */
export const eventOfStranger = (draw: Chance, at: number): MailEvent =>
  anEvent({ what: draw.oneOf(whats), at, messageId: randomUUID() });

/** Something like this event, that Resend did not tell, or not now. */
export function forged(event: MailEvent, draw: Chance): Post {
  const fresh = {
    ...event,
    id: `msg_${randomUUID()}`,
    type: draw.oneOf(["email.complained", "email.delivered"]),
  };
  const good = () => signedRequest(fresh);
  const withHeaders = (headers: Record<string, string>) => () => {
    const request = good();
    return { ...request, headers: { ...request.headers, ...headers } };
  };
  const signedAfter = (ms: number) => () => signedRequest(fresh, { now: Date.now() + ms });
  return draw.oneOf<Post>([
    { request: () => signedRequest(fresh, { secret: "whsec_bm90IG91cnMgYXQgYWxs" }), status: 401 },
    { request: signedAfter(-6 * minute), status: 401 },
    { request: signedAfter(6 * minute), status: 401 },
    { request: withHeaders({ "svix-id": event.id }), status: 401 },
    { request: withHeaders({ "svix-signature": "" }), status: 401 },
    { request: withHeaders({ "svix-signature": `v1,${"A".repeat(43)}=` }), status: 401 },
    { request: () => ({ ...good(), body: `${good().body} ` }), status: 401 },
    { request: () => signedRequest({ ...fresh, type: "" }), status: 400 },
    { request: () => signedRequest({ ...fresh, data: [] }), status: 400 },
    { request: () => ({ ...good(), body: good().body.padEnd(70_000) }), status: 413 },
  ]);
}
