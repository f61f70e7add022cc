import { settings } from "#lib/running/settings.ts";
import { seal, unseal } from "#lib/sealed/seal.ts";

/** Where a coach's private reason belongs; it opens nowhere else. */
export const reasonPlace = (reasonId: string) => `booking_reasons|reason|${reasonId}`;

export const answerPlace = (bookingId: string) => `bookings|answer_sealed|${bookingId}`;

/** What a coach writes to the client when declining or proposing. */
export function sealAnswer(bookingId: string, words: string): Buffer {
  return seal(settings().encryptionKeys, words, answerPlace(bookingId));
}

export function openAnswer(bookingId: string, sealed: Buffer): string {
  return unseal(settings().encryptionKeys, sealed, answerPlace(bookingId)).toString("utf8");
}

export function openReason(reasonId: string, sealed: Buffer): string {
  return unseal(settings().encryptionKeys, sealed, reasonPlace(reasonId)).toString("utf8");
}
