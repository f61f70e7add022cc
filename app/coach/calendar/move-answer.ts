import { rulesIn } from "#app/coach/own-rules.tsx";
import { type Sent, sendJson } from "#app/send.ts";

export type Move = {
  /** Epoch milliseconds. */
  start: number;
  mail: boolean;
  reason?: string;
  /** The rules of one's own that it may break, by the names the server gave them. */
  despite: string[];
};

/** Asks the server to move a session. It says no where that breaks a rule which `despite` does not name. */
export function sendMove(id: string, { start, reason, ...rest }: Move): Promise<Sent<{ status: string }>> {
  const body = { ...rest, start: new Date(start).toISOString(), ...(reason && { reason }) };
  return sendJson(`/api/coach/bookings/${id}/move`, body);
}

/** Takes a session back to where it stood, whatever rule speaks against it: it stood there before. */
export async function sendBack(id: string, move: Omit<Move, "despite">) {
  const sent = await sendMove(id, { ...move, despite: [] });
  const despite = sent.ok ? [] : rulesIn(sent.error);
  return despite.length > 0 ? sendMove(id, { ...move, despite }) : sent;
}
