import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import { asViewer, type Tx } from "#db/client.ts";
import { arcs, bookings } from "#db/schema/index.ts";
import { demandArc } from "#lib/arcs/demand.ts";
import type { AskForArcInput } from "#lib/arcs/input.ts";
import { arcRequested } from "#lib/arcs/letters/requested.ts";
import { demandGuidance } from "#lib/arcs/schedules.ts";
import { note } from "#lib/audit/audit.ts";
import type { ClientViewer } from "#lib/auth/viewer.ts";
import { attend, clashRefusal } from "#lib/bookings/commands/attend.ts";
import { findMade, type Request, requestOf } from "#lib/bookings/commands/idempotency.ts";
import { putInBook } from "#lib/bookings/commands/put-in-book.ts";
import { demandZone, takenRefusal } from "#lib/bookings/commands/taken.ts";
import { takeTurn } from "#lib/bookings/turns.ts";
import { demandNoHold } from "#lib/guidance/demand-no-hold.ts";
import { beginOwnJourney, findOwnJourney } from "#lib/journeys/ensure-individual.ts";

/**
 * A client asks for a day of guidance and what goes with it. All times are theirs from now on, until the coach answers,
 * or none is. The same key asks once, however often it is sent.
 */
export async function askForArc(
  client: ClientViewer,
  input: AskForArcInput,
  key: string | undefined,
  now: number,
) {
  demandZone(input.zone);
  const request = requestOf(`client:${client.id}`, key, input);
  return asViewer(client, async (tx) => {
    const { type } = await demandGuidance(tx, input.typeId);
    await takeTurn(tx, type.coachId);
    const made = await findMade(tx, request);
    const bookingId =
      made?.id ?? (await writeArc(tx, { client, input, request, coachId: type.coachId }, now));
    const [booking] = await tx
      .select({ arcId: bookings.arcId })
      .from(bookings)
      .where(eq(bookings.id, bookingId));
    return { status: "requested" as const, bookingId, arcId: booking?.arcId ?? null };
  });
}

type Asked = { client: ClientViewer; input: AskForArcInput; request: Request; coachId: string };

/** Gives the id of the day itself. */
async function writeArc(tx: Tx, { client, input, request, coachId }: Asked, now: number): Promise<string> {
  const known = await findOwnJourney(tx, client.id, input.typeId);
  const parts = await demandArc(tx, client.id, input, now);
  await demandNoHold(tx, { clientId: client.id, coachId });
  const { id: journeyId } = known ?? (await beginOwnJourney(tx, client.id, coachId));
  const arcId = randomUUID();
  let dayId = "";
  await tx.insert(arcs).values({ id: arcId, coachId, journeyId });
  for (const { step, schedule, start } of parts) {
    const isDay = step === "guidance";
    const as = { status: "requested" as const, journeyId, arcId, arcStep: step };
    const { owner, hash } = request;
    const own = isDay ? request : { owner, hash, key: randomUUID() };
    const made = await putInBook(tx, schedule, { start, zone: input.zone, request: own, as }, now);
    // A plain booking takes no turn, so it may have been faster.
    if (!made) throw await takenRefusal(tx, schedule, { start, zone: input.zone }, now);
    const comes = { bookingId: made.id, clientId: client.id, during: made.during, agreedAt: now };
    if (!(await attend(tx, comes))) throw clashRefusal();
    await note(tx, client, "booking.requested", { type: "booking", id: made.id }, { arc: arcId, start });
    if (isDay) dayId = made.id;
  }
  await note(tx, client, "law.understood", { type: "arc", id: arcId });
  await arcRequested(tx, arcId, now);
  return dayId;
}
