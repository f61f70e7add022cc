import { asViewer, type Tx } from "#db/client.ts";
import { together } from "#db/together.ts";
import { note } from "#lib/audit/audit.ts";
import type { ClientViewer } from "#lib/auth/viewer.ts";
import { findSchedule, type Schedule } from "#lib/availability/queries.ts";
import { attend, clashRefusal } from "#lib/bookings/commands/attend.ts";
import { clientKey, findMade, type Request, requestOf } from "#lib/bookings/commands/idempotency.ts";
import { askFirst, takeSlot } from "#lib/bookings/commands/take-slot.ts";
import { demandZone, takenRefusal } from "#lib/bookings/commands/taken.ts";
import { freeStarts } from "#lib/bookings/free-times.ts";
import type { BookSlotInput } from "#lib/bookings/input.ts";
import { bookingConfirmed } from "#lib/bookings/letters/booked.ts";
import { bookingRequested } from "#lib/bookings/letters/requests.ts";
import { findOwnJourney, type Journey, journeyForType } from "#lib/journeys/ensure-individual.ts";
import { NotFound } from "#lib/refusal.ts";

/**
 * A signed-in client takes a free time: at once, or, where the kind is asked for, by asking, which keeps the time from
 * then on. The same key gives the same booking, however often it is sent.
 */
export async function bookSlot(
  client: ClientViewer,
  input: BookSlotInput,
  key: string | undefined,
  now: number,
) {
  demandZone(input.zone);
  const request = requestOf(clientKey(client), key, input);
  const asked = { input, request };
  const booked = await bookOn(client, asked, undefined, now);
  if (booked) return booked;
  const begun = await journeyForType(client.id, input.typeId, (tx) => demandFree(tx, input, now));
  const answer = await bookOn(client, asked, begun, now);
  if (!answer) throw new Error("A booking had a journey and did without");
  return answer;
}

type Asked = { input: BookSlotInput; request: Request };

/** Undefined where no journey is given, and the client's own is not found: it is begun apart from this. */
async function bookOn(
  client: ClientViewer,
  { input, request }: Asked,
  given: Journey | undefined,
  now: number,
) {
  return asViewer(client, async (tx) => {
    // Asked in one go, since each look is a way to the database and back.
    const [before, schedule, journey] = await together(
      findMade(tx, request),
      findSchedule(tx, input.typeId),
      given ?? findOwnJourney(tx, client.id, input.typeId),
    );
    if (before) return asAnswer(before);
    demandBookable(schedule);
    if (!journey) return undefined;
    const status = schedule.type.mode === "instant" ? ("confirmed" as const) : ("requested" as const);
    const entry = { ...input, request, as: { status, journeyId: journey.id } };
    const made = await takeSlot(tx, schedule, entry, now);
    if (made) {
      await finish(tx, client, { ...made, status, journey, schedule, input }, now);
      return { status, bookingId: made.id };
    }
    // A twin of this very click may have won between the two looks.
    const twin = await findMade(tx, request);
    if (!twin) throw await takenRefusal(tx, schedule, input, now);
    return asAnswer(twin);
  });
}

/** Guidance is asked for with what belongs to it, in its own way. */
function demandBookable(schedule: Schedule | undefined): asserts schedule {
  if (!schedule?.type.offered) throw new NotFound();
  if (schedule.type.kind === "guidance") throw askFirst();
}

async function demandFree(tx: Tx, { typeId, start, zone }: BookSlotInput, now: number): Promise<void> {
  const schedule = await findSchedule(tx, typeId);
  demandBookable(schedule);
  const free = await freeStarts(tx, schedule, { start, end: start + 1 }, now);
  if (!free.includes(start)) throw await takenRefusal(tx, schedule, { start, zone }, now);
}

type Made = {
  id: string;
  during: { start: number; end: number };
  status: "confirmed" | "requested";
  journey: Journey;
  schedule: Schedule;
  input: BookSlotInput;
};

async function finish(
  tx: Tx,
  client: ClientViewer,
  { id, during, status, journey, schedule, input }: Made,
  now: number,
) {
  // Themselves first: whoever comes may see who else does, and the row policies want to see what was written.
  for (const clientId of new Set([client.id, ...journey.members])) {
    const isSelf = clientId === client.id;
    const agreedAt = isSelf ? now : null;
    if (await attend(tx, { bookingId: id, clientId, during, agreedAt })) continue;
    throw isSelf ? clashRefusal() : await takenRefusal(tx, schedule, input, now);
  }
  const tell = status === "confirmed" ? bookingConfirmed(tx, id, now) : bookingRequested(tx, id, client, now);
  await together(
    note(tx, client, `booking.${status}`, { type: "booking", id }, { start: during.start }),
    tell,
  );
}

function asAnswer(made: { id: string; status: string }) {
  const status = made.status === "requested" ? ("requested" as const) : ("confirmed" as const);
  return { status, bookingId: made.id };
}
