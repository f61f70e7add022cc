import { expect, test } from "vitest";
import { emailAddress, maskAddress, normalizeAddress } from "#lib/auth/normalize-address.ts";

test.each([
  ["alex@example.org", "alex@example.org"],
  ["  Alex@Example.ORG ", "alex@example.org"],
  ["alex+portal@example.org", "alex+portal@example.org"],
  ["a.l.e.x@example.org", "a.l.e.x@example.org"],
  ["ａｌｅｘ＠ｅｘａｍｐｌｅ．ｏｒｇ", "alex@example.org"],
  ["alex@bücher.example", "alex@xn--bcher-kva.example"],
  ["alex@BÜCHER.example", "alex@xn--bcher-kva.example"],
  ["alex@xn--bcher-kva.example", "alex@xn--bcher-kva.example"],
  [`${"a".repeat(64)}@example.org`, `${"a".repeat(64)}@example.org`],
])("%s is written to as %s", (typed, address) => {
  expect(normalizeAddress(typed)).toBe(address);
  expect(normalizeAddress(address)).toBe(address);
});

test.each([
  "",
  "alex",
  "alex@",
  "@example.org",
  "alex@example",
  "alex@example.c",
  "alex@127.0.0.1",
  "alex@1.2.3.44",
  "alex@0x7f.1.1.12",
  "alex@[127.0.0.1]",
  "a@x.org,b@y.org",
  "a@x.org b@y.org",
  "a@x.org\nbcc:b@y.org",
  "alex@ex\u0000ample.org",
  "al\u0000ex@example.org",
  '"e@attacker.org"@victim.org',
  "alex＠attacker.org@victim.org",
  "alex@victim.org＠attacker.org",
  "Alex <alex@example.org>",
  "alex@example.org>",
  "alex@exa%6dple.org",
  "alex@example.org/path",
  "alex@example.org:25",
  "alex@example.org?x",
  "alex@example.org#x",
  "alex@user@example.org",
  "alex@-example.org",
  "alex@example-.org",
  "alex@exam_ple.org",
  "alex@example..org",
  "alex@.example.org",
  "alex@example.org.",
  "alex@xn--.example.org",
  "jörg@example.org",
  "al\u200bex@example.org",
  "al\u202eex@example.org",
  "al\ud800ex@example.org",
  "İ@example.org",
  `${"a".repeat(65)}@example.org`,
  `alex@${"a".repeat(64)}.org`,
  `alex@${"a.".repeat(130)}org`,
  `${"a".repeat(1_000_000)}@example.org`,
  undefined,
  null,
  7,
  {},
  ["alex@example.org"],
])("%j is no address", (typed) => {
  expect(normalizeAddress(typed)).toBeUndefined();
  expect(emailAddress.safeParse(typed).error?.issues[0]?.message).toBe(
    "Please check this address. It should look like name@example.org.",
  );
});

test("a person knows their masked address, and a bystander does not", () => {
  expect(maskAddress("alex@example.org")).toBe("a…@example.org");
  expect(maskAddress("a@example.org")).toBe("a…@example.org");
});
