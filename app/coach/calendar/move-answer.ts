import type { Other } from "#app/(client)/sessions/[id]/move/others.ts";
import { rulesIn } from "#app/coach/own-rules.tsx";
import { type Sent, sendJson } from "#app/send.ts";
import type { Movable } from "./session-item.ts";

export type Move = {
  /** Epoch milliseconds. */
  start: number;
  mail: boolean;
  reason?: string;
  /** The rules of one's own that it may break, by the names the server gave them. */
  despite: string[];
  /** What goes along, each to an instant, or nowhere. */
  others?: { bookingId: string; start: string | null }[];
};

/** Asks the server to move a session. It says no where that breaks a rule which `despite` does not name. */
export function sendMove(id: string, { start, reason, ...rest }: Move): Promise<Sent<{ status: string }>> {
  const body = { ...rest, start: new Date(start).toISOString(), ...(reason && { reason }) };
  return sendJson(`/api/coach/bookings/${id}/move`, body);
}

/** What takes a move back. There is no way back for what was let go with it. */
export function wayBack(session: Movable, mail: boolean, others: readonly Other[]): Move | undefined {
  if (others.some(({ chosen }) => chosen === null)) return undefined;
  const moved = others.filter(({ chosen, was }) => chosen !== was);
  return {
    start: session.start,
    mail,
    despite: [],
    ...(moved.length > 0 && { others: moved.map(({ bookingId, was }) => ({ bookingId, start: was })) }),
  };
}

/** Takes a session back to where it stood, whatever rule speaks against it: it stood there before. */
export async function sendBack(id: string, back: Move) {
  const sent = await sendMove(id, back);
  const despite = sent.ok ? [] : rulesIn(sent.error);
  return despite.length > 0 ? sendMove(id, { ...back, despite }) : sent;
}
