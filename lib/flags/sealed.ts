import { type SealingKey, seal, unseal } from "#lib/sealed/seal.ts";

type Consulted = { who: string; on: string };
type Place = { id: string; clientId: string };

/** The key of the question whose answer is marked: with its tier it would say what somebody answered. */
export function sealQuestion(key: SealingKey, question: string, place: Place): Buffer {
  return seal([key], question, contextOf("question", place));
}

export function openQuestion(key: SealingKey, sealed: Buffer, place: Place): string {
  return unseal([key], sealed, contextOf("question", place)).toString("utf8");
}

/** What a coach wrote of how they settled it. */
export function sealSettling(key: SealingKey, words: string, place: Place): Buffer {
  return seal([key], words, contextOf("settled_with", place));
}

export function openSettling(key: SealingKey, sealed: Buffer, place: Place): string {
  return unseal([key], sealed, contextOf("settled_with", place)).toString("utf8");
}

/** Who was asked for a doctor’s view, and when. */
export function sealConsulted(key: SealingKey, consulted: Consulted, place: Place): Buffer {
  return seal([key], JSON.stringify(consulted), contextOf("consulted", place));
}

export function openConsulted(key: SealingKey, sealed: Buffer, place: Place): Consulted {
  return JSON.parse(unseal([key], sealed, contextOf("consulted", place)).toString("utf8")) as Consulted;
}

const contextOf = (column: string, { id, clientId }: Place) => `flags|${column}|${id}|${clientId}`;
