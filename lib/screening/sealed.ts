import { type SealingKey, seal, unseal } from "#lib/sealed/seal.ts";
import type { Consulted } from "./input.ts";

type Place = { id: string; clientId: string };
/** Why a coach took a step, and of a doctor’s view who was asked, and when. */
export type Reason = { reason: string; consulted?: Consulted };

export function sealReason(key: SealingKey, reason: Reason, place: Place): Buffer {
  return seal([key], JSON.stringify(reason), contextOf(place));
}

export function openReason(key: SealingKey, sealed: Buffer, place: Place): Reason {
  return JSON.parse(unseal([key], sealed, contextOf(place)).toString("utf8")) as Reason;
}

const contextOf = ({ id, clientId }: Place) => `screening_moves|reason|${id}|${clientId}`;
