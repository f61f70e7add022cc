import { asViewer, type Tx } from "#db/client.ts";
import { together } from "#db/together.ts";
import { note } from "#lib/audit/audit.ts";
import type { ClientViewer } from "#lib/auth/viewer.ts";
import { findSchedule, type Schedule } from "#lib/availability/queries.ts";
import { attend, clashRefusal } from "#lib/bookings/commands/attend.ts";
import { clientKey, findMade, requestOf } from "#lib/bookings/commands/idempotency.ts";
import { offerNearTimes } from "#lib/bookings/commands/near-times.ts";
import { putInBook } from "#lib/bookings/commands/put-in-book.ts";
import { askFirst } from "#lib/bookings/commands/take-slot.ts";
import { demandZone, takenWith } from "#lib/bookings/commands/taken.ts";
import { isFree } from "#lib/bookings/free-times.ts";
import type { BookSlotInput } from "#lib/bookings/input.ts";
import { bookingConfirmed } from "#lib/bookings/letters/booked.ts";
import { bookingRequested } from "#lib/bookings/letters/requests.ts";
import { beginOwnJourney, findOwnJourney, type Journey } from "#lib/journeys/ensure-individual.ts";
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
  return offerNearTimes(input, now, () =>
    asViewer(client, async (tx) => {
      // Asked in one go, since each look is a way to the database and back.
      const [before, schedule, known] = await together(
        findMade(tx, request),
        findSchedule(tx, input.typeId),
        findOwnJourney(tx, client.id, input.typeId),
      );
      if (before) return asAnswer(before);
      demandBookable(schedule);
      const { type } = schedule;
      if (await isFree(tx, schedule, input.start, now)) {
        const journey = known ?? (await beginOwnJourney(tx, client.id, type.coachId));
        const status = type.mode === "instant" ? ("confirmed" as const) : ("requested" as const);
        const entry = { ...input, request, as: { status, journeyId: journey.id } };
        const made = await putInBook(tx, schedule, entry, now);
        if (made) {
          await finish(tx, client, { ...made, status, journey }, now);
          return { status, bookingId: made.id };
        }
      }
      // A twin of this very click may have won between the two looks.
      const twin = await findMade(tx, request);
      if (!twin) throw takenWith([]);
      return asAnswer(twin);
    }),
  );
}

/** Guidance is asked for with what belongs to it, in its own way. */
function demandBookable(schedule: Schedule | undefined): asserts schedule {
  if (!schedule?.type.offered) throw new NotFound();
  if (schedule.type.kind === "guidance") throw askFirst();
}

type Made = {
  id: string;
  during: { start: number; end: number };
  status: "confirmed" | "requested";
  journey: Journey;
};

async function finish(tx: Tx, client: ClientViewer, { id, during, status, journey }: Made, now: number) {
  // Themselves first: whoever comes may see who else does, and the row policies want to see what was written.
  const comes = (clientId: string, agreedAt: number | null) =>
    attend(tx, { bookingId: id, clientId, during, agreedAt });
  const own = comes(client.id, now);
  const others = journey.members.filter((member) => member !== client.id).map((other) => comes(other, null));
  const tell =
    status === "confirmed" ? bookingConfirmed(tx, id, client, now) : bookingRequested(tx, id, client, now);
  const noted = note(tx, client, `booking.${status}`, { type: "booking", id }, { start: during.start });
  const [isComing, othersCome] = await together(own, together(...others), noted, tell).catch(
    async (error: unknown) => {
      // Who does not come themselves may bring nobody, so that the rest was refused by the row policies.
      if (await own) throw error;
      throw clashRefusal();
    },
  );
  if (!isComing) throw clashRefusal();
  if (othersCome.includes(false)) throw takenWith([]);
}

function asAnswer(made: { id: string; status: string }) {
  const status = made.status === "requested" ? ("requested" as const) : ("confirmed" as const);
  return { status, bookingId: made.id };
}
