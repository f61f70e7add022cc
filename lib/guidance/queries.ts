import { asViewer } from "#db/client.ts";
import type { ClientViewer } from "#lib/auth/viewer.ts";
import { readGate } from "#lib/guidance/gate.ts";
import { checklist } from "#lib/guidance/words.ts";

type Question = {
  coachId: string;
  coachName: string;
  /** When the day begins; left out, no day is chosen yet. */
  start?: number | undefined;
  arcId?: string | null;
  zone: string;
};

const quarter = 90 * 86_400_000;

/** What a day of guidance waits for, in the client's words: how each thing stands, and who acts next. */
export async function listConditions(
  client: ClientViewer,
  { coachId, coachName, start, arcId, zone }: Question,
  now: number,
) {
  const question = {
    clientId: client.id,
    coachId,
    guidanceStart: start ?? now + quarter,
    ...(arcId && { arcId }),
  };
  const conditions = await asViewer(client, (tx) => readGate(tx, question, now));
  // How far a preparation is from a day can be said once there is a day.
  const known = conditions.filter(({ key }) => start !== undefined || key !== "spacing");
  return checklist(known, { role: "client", otherName: coachName, zone });
}
