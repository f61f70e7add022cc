import { describe, expect, test } from "vitest";
import { letterKinds } from "#lib/mail/letters.ts";
import type { Entry } from "#lib/mail/log/entry.ts";
import { howItWent } from "#lib/mail/log/how-it-went.ts";
import { kindWords } from "#lib/mail/log/kinds.ts";
import { maySendAgain } from "#lib/mail/log/rules.ts";

const now = Date.parse("2026-12-01T10:00:00Z");
const day = 86_400_000;

const entry = (details: Partial<Entry> = {}): Entry => ({
  id: "m",
  kind: "booking_confirmed",
  state: "sent",
  delivery: null,
  deliveryAt: null,
  notBefore: null,
  expiresAt: null,
  sentAt: now - day,
  lastError: null,
  createdAt: now - day,
  isAgain: false,
  wasSentAgain: false,
  isOutdated: false,
  ...details,
});

describe("how a letter fared", () => {
  test.each<[Partial<Entry>, string, number | undefined]>([
    [{ state: "planned", sentAt: null, notBefore: now + day }, "Planned", now + day],
    [{ state: "planned", sentAt: null, notBefore: now - 1 }, "On its way", undefined],
    [
      { state: "planned", sentAt: null, notBefore: now + 60_000, lastError: "http_500" },
      "On its way",
      undefined,
    ],
    [{ state: "sending", sentAt: null }, "On its way", undefined],
    [{}, "Sent", now - day],
    [{ delivery: "delayed", deliveryAt: now }, "Delayed", now],
    [{ delivery: "delivered", deliveryAt: now }, "Delivered", now],
    [{ delivery: "failed", deliveryAt: now }, "Not delivered", now],
    [{ delivery: "suppressed", deliveryAt: now }, "Not delivered", now],
    [{ delivery: "bounced", deliveryAt: now, lastError: "permanent" }, "Came back", now],
    [{ delivery: "complained", deliveryAt: now }, "Turned away", now],
    [{ state: "dead", sentAt: null }, "Not sent", undefined],
    [{ state: "unsure", sentAt: null }, "Unsure", undefined],
    [{ state: "dropped", sentAt: null, lastError: "moved" }, "Not sent", undefined],
  ])("%j is told as %s", (details, words, at) => {
    const went = howItWent(entry(details), now);
    expect([went.words, went.at]).toEqual([words, at]);
  });

  test("says why it came back, and why it was not sent", () => {
    const moreOf = (details: Partial<Entry>) => howItWent(entry(details), now).more;
    const bounced = { delivery: "bounced", deliveryAt: now } as const;
    expect(moreOf({ ...bounced, lastError: "permanent" })).toBe("There seems to be no such mailbox.");
    expect(moreOf({ ...bounced, lastError: "transient" })).toMatch(/perhaps only for now/);
    expect(moreOf({ state: "dropped", lastError: "expired" })).toMatch(/in time/);
    expect(moreOf({ state: "dropped", lastError: "unwanted" })).toMatch(/do not want/);
    expect(moreOf({ state: "dropped", lastError: "another" })).toMatch(/no longer of use/);
  });
});

describe("a letter may be sent again", () => {
  test.each<[string, Partial<Entry>, boolean]>([
    ["nobody knows whether it went", { state: "unsure", sentAt: null }, true],
    ["the mail service refused it", { state: "dead", sentAt: null }, true],
    ["it came back", { delivery: "bounced" }, true],
    ["it was held back", { delivery: "suppressed" }, true],
    ["it could not be sent", { delivery: "failed" }, true],
    ["it was sent", {}, false],
    ["it arrived", { delivery: "delivered" }, false],
    ["they turned it away", { delivery: "complained" }, false],
    ["it is on its way", { state: "planned", sentAt: null }, false],
    ["it was of no use", { state: "dropped", sentAt: null }, false],
    ["it had an end", { delivery: "bounced", expiresAt: now + day }, false],
    ["it was sent again", { delivery: "bounced", wasSentAgain: true }, false],
    ["a later one tells how things stand", { delivery: "bounced", isOutdated: true }, false],
    ["its words are gone", { delivery: "bounced", sentAt: now - 14 * day }, false],
  ])("when %s: %j, %s", (_, details, may) => {
    expect(maySendAgain(entry(details), now)).toBe(may);
  });
});

test("every kind of letter has its own plain words", () => {
  const words = letterKinds.map(kindWords);
  expect(new Set(words).size).toBe(letterKinds.length);
  for (const one of words) expect(one).toMatch(/^[A-Z][a-z ]+$/);
  expect(kindWords("long_gone")).toBe("A letter");
});
