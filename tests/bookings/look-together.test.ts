import { describe, expect, test } from "vitest";
import { lookTogether } from "#lib/bookings/look-together.ts";

/** Looks that end when they are told to, in the order in which they began. */
function someLooks() {
  const begun: PromiseWithResolvers<number[]>[] = [];
  const look = () => {
    const one = Promise.withResolvers<number[]>();
    begun.push(one);
    return one.promise;
  };
  return { begun, look };
}

const aMoment = () => new Promise((resolve) => setImmediate(resolve));

describe("looking together", () => {
  test("whoever comes while a look is running shares the next, which begins when it has ended", async () => {
    const { begun, look } = someLooks();
    const [first, second, third] = [1, 2, 3].map(() => lookTogether("a day", look));
    expect(begun).toHaveLength(1);
    begun[0]?.resolve([1]);
    expect(await first).toEqual([1]);
    await aMoment();
    expect(begun).toHaveLength(2);
    const fourth = lookTogether("a day", look);
    begun[1]?.resolve([2]);
    expect([await second, await third]).toEqual([[2], [2]]);
    await aMoment();
    expect(begun).toHaveLength(3);
    begun[2]?.resolve([3]);
    expect(await fourth).toEqual([3]);
  });

  test("after a rest one looks anew, and what is another question is another look", async () => {
    const { begun, look } = someLooks();
    const [one, other] = [lookTogether("one day", look), lookTogether("another day", look)];
    expect(begun).toHaveLength(2);
    for (const [at, { resolve }] of begun.entries()) resolve([at]);
    expect([await one, await other]).toEqual([[0], [1]]);
    await aMoment();
    const later = lookTogether("one day", look);
    begun[2]?.resolve([2]);
    expect(await later).toEqual([2]);
  });

  test("a look that fails fails those who share it, and nobody after them", async () => {
    const { begun, look } = someLooks();
    const [first, second] = [lookTogether("a bad day", look), lookTogether("a bad day", look)];
    begun[0]?.reject(new Error("away"));
    await expect(first).rejects.toThrow("away");
    await aMoment();
    begun[1]?.resolve([2]);
    expect(await second).toEqual([2]);
  });
});
