import { type SealingKey, seal, unseal } from "#lib/sealed/seal.ts";

export type Signature = {
  /** As it was typed. */
  name: string;
  /** The key of what was chosen, where a topic has a choice. */
  choice: string | null;
  /** What was said beside it. */
  also: string;
};

type Place = { id: string; clientId: string };

export function sealSignature(key: SealingKey, signature: Signature, place: Place): Buffer {
  return seal([key], JSON.stringify(signature), contextOf(place));
}

export function openSignature(key: SealingKey, sealed: Buffer, place: Place): Signature {
  return JSON.parse(unseal([key], sealed, contextOf(place)).toString("utf8")) as Signature;
}

const contextOf = ({ id, clientId }: Place) => `consents|signature|${id}|${clientId}`;
