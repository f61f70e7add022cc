import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { asSystem } from "#db/client.ts";
import { authTokens } from "#db/schema/index.ts";
import { newSecret } from "#lib/auth/one-way.ts";
import { issueToken, redeemCode, redeemLink } from "#lib/auth/tokens.ts";
import { aHoldFor } from "#tests/auth/holds.ts";
import { onFreshDatabase } from "#tests/support/on-fresh-database.ts";

onFreshDatabase();

const minute = 60_000;
const browserHash = Buffer.alloc(32, 5);
let people = 0;
const anAddress = () => `person-${++people}@example.org`;

function issue(
  email: string,
  { now = Date.now(), minutes = 10, bookingId = undefined as string | undefined } = {},
) {
  return asSystem("test", (tx) =>
    issueToken(tx, { email, browserHash, bookingId, expiresAt: now + minutes * minute, now }),
  );
}
const openLink = (
  token: string,
  more: { email?: string; browserHash?: Buffer } = { browserHash },
  now = Date.now(),
) => asSystem("test", (tx) => redeemLink(tx, { token, ...more }, now));
const typeCode = (email: string, code: string, now = Date.now()) =>
  asSystem("test", (tx) => redeemCode(tx, { email, code }, now));
const rowsOf = (email: string) =>
  asSystem("test", (tx) => tx.select().from(authTokens).where(eq(authTokens.email, email)));

test("a link works once, and proves the address it went to", async () => {
  const email = anAddress();
  const { token } = await issue(email);
  expect(await openLink(token)).toEqual({ email, bookingId: undefined });
  expect(await openLink(token)).toBe("ended");
});

test("a code works once, in large or small letters, with a space or a hyphen", async () => {
  for (const write of [
    (code: string) => code,
    (code: string) => code.toLowerCase(),
    (code: string) => ` ${code.slice(0, 3)} ${code.slice(3)} `,
    (code: string) => `${code.slice(0, 3)}-${code.slice(3)}`,
  ]) {
    const email = anAddress();
    const { code } = await issue(email);
    expect(code).toMatch(/^[BCDFGHJKMNPQRSTVWXZ2-9]{6}$/);
    expect(await typeCode(email, write(code))).toEqual({ email, bookingId: undefined });
    expect(await typeCode(email, write(code))).toBe("wrong");
  }
});

test("neither links nor codes are kept as they were sent", async () => {
  const email = anAddress();
  const { token, code } = await issue(email);
  const [row] = await rowsOf(email);
  const stored = Buffer.concat([row?.tokenHash ?? Buffer.of(), row?.codeHash ?? Buffer.of()]);
  for (const secret of [token, code])
    for (const form of ["utf8", "base64url"] as const)
      expect(stored.toString("latin1")).not.toContain(Buffer.from(secret, form).toString("latin1"));
  expect(row?.tokenHash).toHaveLength(32);
  expect(row?.codeHash).toHaveLength(32);
});

test("fifty who open one link at once are one who gets in", async () => {
  const { token } = await issue(anAddress());
  const results = await Promise.all(Array.from({ length: 50 }, () => openLink(token)));
  expect(results.filter((result) => typeof result === "object")).toHaveLength(1);
  expect(results.filter((result) => result === "ended")).toHaveLength(49);
});

test("twin: looked at without a lock and then used, one link lets several in", async () => {
  const { id } = await issue(anAddress());
  const results = await Promise.all(
    Array.from({ length: 50 }, () =>
      asSystem("test", async (tx) => {
        const found = await tx.select().from(authTokens).where(eq(authTokens.id, id));
        await new Promise((resolve) => setTimeout(resolve, 5));
        await tx.delete(authTokens).where(eq(authTokens.id, id));
        return found.length;
      }),
    ),
  );
  expect(results.filter((found) => found === 1).length).toBeGreaterThan(1);
});

test("ten minutes later a link and its code have ended", async () => {
  const email = anAddress();
  const now = Date.now();
  const { token, code } = await issue(email, { now });
  expect(await openLink(token, { browserHash }, now + 10 * minute)).toBe("ended");
  expect(await typeCode(email, code, now + 10 * minute)).toBe("wrong");
  expect(await openLink(token, { browserHash }, now + 10 * minute - 1)).toMatchObject({ email });
});

test("three are alive at most: with a fourth the oldest ends", async () => {
  const email = anAddress();
  const issued = [await issue(email), await issue(email), await issue(email), await issue(email)];
  expect(await rowsOf(email)).toHaveLength(3);
  expect(await openLink(issued[0]?.token ?? "")).toBe("ended");
  expect(await typeCode(email, issued[0]?.code ?? "")).toBe("wrong");
  expect(await openLink(issued[1]?.token ?? "")).toMatchObject({ email });
});

test("twenty asked for at once leave three", async () => {
  const email = anAddress();
  await Promise.all(Array.from({ length: 20 }, () => issue(email)));
  expect(await rowsOf(email)).toHaveLength(3);
});

test("use of one ends the others", async () => {
  const email = anAddress();
  const [first, second] = [await issue(email), await issue(email)];
  expect(await openLink(second.token)).toMatchObject({ email });
  expect(await openLink(first.token)).toBe("ended");
  expect(await typeCode(email, first.code)).toBe("wrong");
});

test("a held time keeps its link, however often somebody asks to sign in with that address", async () => {
  const email = anAddress();
  const bookingId = await aHoldFor(email, "Ada");
  const hold = await issue(email, { bookingId, minutes: 15 });
  for (let asked = 0; asked < 5; asked++) await issue(email);
  expect(await rowsOf(email)).toHaveLength(3);
  const plain = await issue(email);
  expect(await openLink(plain.token)).toEqual({ email, bookingId: undefined });
  expect(await openLink(hold.token)).toEqual({ email, bookingId });
});

test("five wrong codes, and the right one is dead too; the link is not", async () => {
  const email = anAddress();
  const { token, code } = await issue(email);
  for (let tries = 0; tries < 5; tries++) expect(await typeCode(email, "BBBBBB")).toBe("wrong");
  expect(await typeCode(email, code)).toBe("wrong");
  expect(await openLink(token)).toMatchObject({ email });
});

test("twin: after four wrong codes the right one still works", async () => {
  const email = anAddress();
  const { code } = await issue(email);
  for (let tries = 0; tries < 4; tries++) expect(await typeCode(email, "not a code")).toBe("wrong");
  expect(await typeCode(email, code)).toMatchObject({ email });
});

test("a hundred guesses at once are counted one by one", async () => {
  const email = anAddress();
  await Promise.all([issue(email), issue(email), issue(email)]);
  await Promise.all(Array.from({ length: 100 }, () => typeCode(email, "BBBBBB")));
  expect((await rowsOf(email)).map(({ attempts }) => attempts)).toEqual([5, 5, 5]);
});

test("a code belongs to its address", async () => {
  const [mine, theirs] = [anAddress(), anAddress()];
  const { code } = await issue(mine);
  await issue(theirs);
  expect(await typeCode(theirs, code)).toBe("wrong");
});

test("opened in another browser, a link asks for its address", async () => {
  const email = anAddress();
  const { token } = await issue(email);
  const other = Buffer.alloc(32, 6);
  expect(await openLink(token, {})).toBe("address needed");
  expect(await openLink(token, { browserHash: other })).toBe("address needed");
  expect(await openLink(token, { browserHash: other, email: "mallory@example.org" })).toBe("other address");
  expect(await openLink(token, { browserHash: other, email })).toMatchObject({ email });
});

test("twin: in the browser that asked, one press is enough", async () => {
  const email = anAddress();
  const { token } = await issue(email);
  expect(await openLink(token, { browserHash })).toMatchObject({ email });
});

test("something that is no link is refused without a look at the database", async () => {
  for (const token of ["", "x", `${newSecret()}x`, "\u0000".repeat(43), "é".repeat(43), "' or 1=1 --"])
    expect(await openLink(token)).toBe("ended");
  expect(await openLink(newSecret())).toBe("ended");
});

test("what ended yesterday is forgotten", async () => {
  const email = anAddress();
  const day = 24 * 60 * minute;
  const { id } = await issue(email, { now: Date.now() - day - 11 * minute });
  await issue(anAddress());
  expect((await rowsOf(email)).map((row) => row.id)).not.toContain(id);
});
