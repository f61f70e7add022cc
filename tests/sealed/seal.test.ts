import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { CannotUnseal, seal, unseal } from "#lib/sealed/seal.ts";

const first = { id: "k1", key: Buffer.alloc(32, 1) };
const second = { id: "k2", key: Buffer.alloc(32, 2) };
const place = "messages|payload|8d1f5d0e-52f4-4a0e-9a53-0a4f4a0f8f8d";
const words = "What I noticed: the river, and her hand.";

describe("what people wrote", () => {
  test("opens again where it was sealed, whatever it was", () => {
    fc.assert(
      fc.property(fc.uint8Array(), fc.string(), (bytes, where) => {
        const sealed = seal([first], Buffer.from(bytes), where);
        expect(unseal([first], sealed, where).equals(Buffer.from(bytes))).toBe(true);
      }),
    );
  });

  test("is laid out as version, key id, iv, ciphertext and a tag of 16 bytes", () => {
    const sealed = seal([first], words, place);
    expect(sealed[0]).toBe(1);
    expect(sealed[1]).toBe(2);
    expect(sealed.toString("utf8", 2, 4)).toBe("k1");
    expect(sealed.length).toBe(2 + 2 + 12 + Buffer.byteLength(words) + 16);
  });

  test("cannot be read in its sealed form, and never looks the same twice", () => {
    const sealed = seal([first], words, place);
    expect(sealed.includes("river")).toBe(false);
    expect(seal([first], words, place).equals(sealed)).toBe(false);
  });

  test("does not open with any single bit flipped", () => {
    const sealed = seal([first], words, place);
    for (let bit = 0; bit < sealed.length * 8; bit += 1) {
      const changed = Buffer.from(sealed);
      changed[bit >> 3] = (changed[bit >> 3] ?? 0) ^ (1 << (bit & 7));
      expect(() => unseal([first], changed, place)).toThrow(CannotUnseal);
    }
  });

  test("does not open in another row, column or table", () => {
    const sealed = seal([first], words, place);
    for (const elsewhere of [place.replace("8d", "9d"), place.replace("payload", "body"), ""])
      expect(() => unseal([first], sealed, elsewhere)).toThrow(CannotUnseal);
  });

  test("does not open with a tag cut short, nor cut anywhere else", () => {
    const sealed = seal([first], words, place);
    for (let length = 0; length < sealed.length; length += 1)
      expect(() => unseal([first], sealed.subarray(0, length), place)).toThrow(CannotUnseal);
  });

  test("opens after a newer key has been put in front, and not once its own is gone", () => {
    const sealed = seal([first], words, place);
    expect(unseal([second, first], sealed, place).toString()).toBe(words);
    expect(() => unseal([second], sealed, place)).toThrow(CannotUnseal);
    expect(unseal([first, second], seal([second, first], words, place), place).toString()).toBe(words);
  });

  test("does not open with another key of the same name", () => {
    const sealed = seal([first], words, place);
    expect(() => unseal([{ id: "k1", key: second.key }], sealed, place)).toThrow(CannotUnseal);
  });

  test("is never quoted by the refusal", () => {
    const sealed = seal([first], words, place);
    sealed[20] = (sealed[20] ?? 0) ^ 1;
    const refusal = refusalOf(() => unseal([first], sealed, place));
    expect(JSON.stringify([refusal.message, refusal.stack, refusal.cause])).not.toContain("river");
    expect(refusal.message).not.toContain(place);
  });
});

function refusalOf(work: () => unknown): Error {
  try {
    work();
  } catch (error) {
    if (error instanceof Error) return error;
  }
  throw new Error("Nothing was refused");
}
