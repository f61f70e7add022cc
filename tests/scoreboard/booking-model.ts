import type { World } from "./world.ts";

type Status =
  | "none"
  | "held"
  | "requested"
  | "confirmed"
  | "completed"
  | "no_show"
  | "cancelled"
  | "declined"
  | "expired";

type Note = { action: string; by: string; tx: string; start: number | null; from: number | null };
type Booking = {
  id: string;
  status: Status;
  start: number;
  sequence: number;
  notes: Note[] | null;
  letters: Record<string, number> | null;
  people: number;
  badPeople: number;
};

const inBook: Status[] = ["requested", "confirmed", "completed", "no_show"];
const marked: Status[] = ["confirmed", "completed", "no_show"];

/** From which standing each act may come, and what it leads to; without that, to where it came from. */
const steps: Record<string, { from: Status[]; to?: Status }> = {
  held: { from: ["none"], to: "held" },
  hold_released: { from: ["held"], to: "expired" },
  // A session of two that one of them moves has to be agreed on anew.
  requested: { from: ["none", "confirmed"], to: "requested" },
  confirmed: { from: ["none", "held", "requested"], to: "confirmed" },
  agreed: { from: ["requested"] },
  times_proposed: { from: ["requested"] },
  moved: { from: ["requested", "confirmed"] },
  declined: { from: ["requested"], to: "declined" },
  cancelled: { from: inBook, to: "cancelled" },
  expired: { from: ["held", "requested"], to: "expired" },
  completed: { from: marked, to: "completed" },
  no_show: { from: marked, to: "no_show" },
  unmarked: { from: marked, to: "confirmed" },
};

/** Plays every booking of these coaches again from the log, and says what is not as it should be: "a step from nowhere". */
export async function playAgain({ look }: World, coachIds: string[]): Promise<Map<string, number>> {
  const bookings = await look<Booking[]>`
    select b.id, b.status, (extract(epoch from lower(b.during)) * 1000)::float8 as start, b.ics_sequence as sequence,
      (select json_agg(json_build_object('action', replace(action, 'booking.', ''), 'by', actor_kind, 'tx', at,
          'start', meta->'start', 'from', meta->'from') order by seq)
        from audit_log where subject_type = 'booking' and subject_id = b.id) as notes,
      (select json_object_agg(kind, count) from (
        select kind, count(*) from messages where booking_id = b.id and recipient_id is not null group by 1) m) as letters,
      (select count(*)::int from booking_attendees a where a.booking_id = b.id) as people,
      (select count(*)::int from booking_attendees a where a.booking_id = b.id
        and (a.during <> b.during or a.active <> (b.status::text = any(${inBook})))) as "badPeople"
    from bookings b where coach_id = any(${coachIds})`;
  const wrong = new Map<string, number>();
  for (const booking of bookings)
    for (const what of new Set(wrongWith(booking))) wrong.set(what, (wrong.get(what) ?? 0) + 1);
  const [{ orphans = 0 } = {}] = await look<{ orphans: number }[]>`
    select count(*)::int as orphans from bookings p join bookings r on r.id = p.proposed_for
    where p.status = 'held' and r.status <> 'requested' and r.coach_id = any(${coachIds})`;
  if (orphans > 0) wrong.set("a proposal outlived what it was for", orphans);
  return wrong;
}

function wrongWith(booking: Booking): string[] {
  const { status, start, sequence, people, badPeople } = booking;
  const notes = booking.notes ?? [];
  const wrong: string[] = [];
  let [now, time, counted]: [Status, number | null, number] = ["none", null, 0];
  for (const [at, { action, tx, from, start: then }] of notes.entries()) {
    const step = steps[action];
    if (!step?.from.includes(now)) wrong.push(`${action} from ${now}`);
    if (from !== null && from !== time) wrong.push("moved from another time than the one it had");
    if (action !== "moved" && then !== null && time !== null && then !== time)
      wrong.push(`${action} at another time`);
    // What goes into calendars once more, after it was moved or taken out of them, has a number of its own.
    const isNew = notes[at - 1]?.tx !== tx;
    const isAgain = action === "confirmed" && now === "requested" && counted > 0 && isNew;
    if (action === "moved" || action === "cancelled" || isAgain) counted += 1;
    now = step?.to ?? now;
    time = then ?? time;
  }
  if (now !== status) wrong.push(`the log ends at ${now}, the row at ${status}`);
  if (time !== start) wrong.push("the log ends at another time than the row");
  if (sequence !== counted) wrong.push("a sequence that was not counted up");
  if (badPeople > 0) wrong.push("who comes does not go with the booking");
  if (people === 0 && inBook.includes(status)) wrong.push("nobody comes");
  return [...wrong, ...wrongLetters(booking, notes)];
}

/**
 * Each act is told once to everybody who comes, and to the coach where a client did it, and nothing is told that was
 * not done.
 */
function wrongLetters({ letters, people }: Booking, notes: Note[]): string[] {
  const told = letters ?? {};
  const acts = (wanted: RegExp, of = notes) => of.filter(({ action }) => wanted.test(action));
  const byClients = notes.filter(({ by }) => by === "client");
  const lapsed = people > 0 ? acts(/^expired$/).length : 0;
  const { confirmed, changed } = settledIn(notes);
  const heard = settledIn(byClients);
  const expected: [what: string, sent: number | undefined, times: number][] = [
    ["confirmed", told.booking_confirmed, confirmed.size],
    ["declined", told.booking_declined, acts(/^declined$/).length],
    ["cancelled", told.booking_cancelled, acts(/^cancelled$/).length],
    ["proposed", told.times_proposed, acts(/^times_proposed$/).length],
    ["moved or asked for", (told.booking_moved ?? 0) + (told.booking_requested ?? 0), changed.size],
    ["unanswered", told.request_unanswered, lapsed],
  ];
  const atDesk: typeof expected = [
    ["confirmed", told.coach_booked, heard.confirmed.size],
    ["cancelled", told.coach_cancelled, acts(/^cancelled$/, byClients).length],
    ["moved or asked for", (told.coach_moved ?? 0) + (told.coach_requested ?? 0), heard.changed.size],
    ["unanswered", told.coach_unanswered, lapsed],
  ];
  return [
    ...expected
      .filter(([, sent = 0, times]) => sent !== times * people)
      .map(([what]) => `letters of being ${what}`),
    ...atDesk
      .filter(([, sent = 0, times]) => sent !== times)
      .map(([what]) => `letters to the coach of being ${what}`),
  ];
}

/** In which transactions it was confirmed, and in which it was moved or asked for and not confirmed at once: one letter each. */
function settledIn(notes: Note[]) {
  const txs = (wanted: RegExp) =>
    new Set(notes.filter(({ action }) => wanted.test(action)).map(({ tx }) => tx));
  const [confirmed, changed] = [txs(/^confirmed$/), txs(/^(moved|requested)$/)];
  for (const tx of confirmed) changed.delete(tx);
  return { confirmed, changed };
}
