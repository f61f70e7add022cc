import { createCipheriv, createDecipheriv, randomBytes } from "node:crypto";

export type SealingKey = { id: string; key: Buffer };
type SealingKeys = readonly [SealingKey, ...SealingKey[]];

const version = 1;
const ivBytes = 12;
const tagBytes = 16;
const cipher = "aes-256-gcm";

/** What was sealed cannot be opened. It never says what was in it. */
export class CannotUnseal extends Error {
  override readonly name = "CannotUnseal";
}

/**
 * Seals with the first key: `version ‖ length of key id ‖ key id ‖ iv ‖ ciphertext ‖ tag`. `context` names the one
 * place where it opens again, such as `messages|payload|<row id>`.
 */
export function seal(keys: SealingKeys, plain: Buffer | string, context: string): Buffer {
  const { id, key } = keys[0];
  const name = Buffer.from(id, "utf8");
  if (name.length === 0 || name.length > 255 || key.length !== 32)
    throw new Error("A sealing key needs a short name and 32 bytes");
  const iv = randomBytes(ivBytes);
  const sealing = createCipheriv(cipher, key, iv, {
    authTagLength: tagBytes,
  }).setAAD(bind(context));
  const body = Buffer.concat([sealing.update(plain), sealing.final()]);
  return Buffer.concat([Buffer.of(version, name.length), name, iv, body, sealing.getAuthTag()]);
}

/** Opens with whichever of the keys it was sealed with. Throws CannotUnseal when a bit or the context differs. */
export function unseal(keys: readonly SealingKey[], sealed: Uint8Array, context: string): Buffer {
  const { keyId, iv, body, tag } = takeApart(Buffer.from(sealed));
  const found = keys.find(({ id }) => id === keyId);
  if (!found) throw new CannotUnseal("It was sealed with a key that is not here");
  // Without authTagLength Node would take a tag of four bytes for a whole one.
  const opening = createDecipheriv(cipher, found.key, iv, {
    authTagLength: tagBytes,
  });
  opening.setAAD(bind(context));
  opening.setAuthTag(tag);
  try {
    return Buffer.concat([opening.update(body), opening.final()]);
  } catch {
    throw new CannotUnseal("It was changed, moved, or sealed with another key of this name");
  }
}

function takeApart(sealed: Buffer) {
  const nameEnds = 2 + (sealed[1] ?? 0);
  const ivEnds = nameEnds + ivBytes;
  const tagStarts = sealed.length - tagBytes;
  if (sealed[0] !== version || tagStarts < ivEnds) throw new CannotUnseal("It is not a sealed record");
  return {
    keyId: sealed.toString("utf8", 2, nameEnds),
    iv: sealed.subarray(nameEnds, ivEnds),
    body: sealed.subarray(ivEnds, tagStarts),
    tag: sealed.subarray(tagStarts),
  };
}

const bind = (context: string) => Buffer.from(`v1|${context}`, "utf8");
