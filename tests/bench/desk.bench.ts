import type { Figure } from "#tests/bench/figure.ts";
import { aClient, aCoach, aSession, aType } from "#tests/support/people.ts";
import { callerOf } from "./caller.ts";
import { fillBook, thisHour } from "./full-book.ts";
import { medianCalls } from "./median-calls.ts";
import { onPortals, type Site } from "./on-portal.ts";

const MOST_LARGE = 1.3; // times the same page in a small practice
const MOST_FULL = 1.5; // times the page of a client of whom there is little

// Where it is about cost, as much stands on the page in both: a page of the list, and more in the one.
const [few, many] = [30, 10_000];
const [short, long] = [20, 2_000];
const hour = 3_600_000;
const day = 24 * hour;

/** What the desk costs where there are many clients and a long book, and a client of whom there is much. */
export function run(): Promise<Figure[]> {
  return onPortals(2, async (large, small) => {
    if (!large || !small) throw new Error("Two portals were asked for");
    const now = Date.now();
    const largest = await aPractice(large, now, many);
    const smallest = await aPractice(small, now, few);
    const paths = await twoPaths(small, now);
    const figures: Figure[] = [];
    for (const path of ["/coach", "/coach/clients"])
      figures.push(
        await page(
          `10,000 clients beside a page: ${path}`,
          MOST_LARGE,
          [large, largest.coach, path],
          [small, smallest.coach, path],
        ),
      );
    const ofClient = (id: string) => `/coach/clients/${id}`;
    figures.push(
      await page(
        "2,000 things beside 20: a client",
        MOST_FULL,
        [small, paths.coach, ofClient(paths.much)],
        [small, paths.coach, ofClient(paths.little)],
      ),
    );
    return figures;
  });
}

type Asked = [site: Site, session: string, path: string];

async function page(title: string, limit: number, full: Asked, plain: Asked): Promise<Figure> {
  const callers = [full, plain].map(([{ url }, session]) => callerOf(url, session));
  const ask = (nth: 0 | 1, path: string) =>
    callers[nth]?.get(path) ?? Promise.reject(new Error("nobody asks"));
  const [ours, floor] = await medianCalls(
    { rounds: 80, warmUp: 20 },
    () => ask(0, full[2]),
    () => ask(1, plain[2]),
  );
  for (const caller of callers) caller.hangUp();
  const ratio = ours / floor;
  return { case: title, ours, floor, unit: "ms", ratio, limit, ok: ratio <= limit };
}

/** A coach with so many clients, ten sessions each, nearly all of them over. */
function aPractice(site: Site, now: number, clients: number) {
  return site.within(async () => {
    const coach = await aCoach();
    const type = await aType(coach, { minutes: 30 });
    const session = await aSession(coach);
    await site.admin`
      with people as (
        insert into users (id, role, email, display_name, zone)
        select gen_random_uuid(), 'client', 'n' || n || '@many.example', 'Client ' || n, 'Europe/Lisbon'
        from generate_series(1, ${clients}::int) n returning id, display_name
      ), known as (insert into clients (id, adult_said_at) select id, now() from people returning id),
      paths as (insert into journeys (id, coach_id, kind) select id, ${coach.id}, 'individual' from known returning id)
      insert into journey_members (journey_id, client_id, coach_id, kind)
        select id, id, ${coach.id}, 'individual' from paths`;
    // One after the other, so that none are at once; the last ten of all are ahead.
    await site.admin`
      with people as (
        select m.client_id, row_number() over (order by u.display_name) - 1 as nth
        from journey_members m join users u on u.id = m.client_id where m.coach_id = ${coach.id}
      ), made as (
        insert into bookings (coach_id, type_id, journey_id, during, occupied, status, booked_zone, ics_uid,
          idempotency_owner, idempotency_key, idempotency_hash)
        select ${coach.id}, ${type}, client_id, span, span, 'confirmed', 'UTC', gen_random_uuid()::text, 'bench',
          gen_random_uuid(), decode(repeat('00', 32), 'hex')
        from people, generate_series(0, 9) as round,
          to_timestamp(${(thisHour(now) + 10 * hour) / 1000}::float8 - (round * ${clients}::int + nth) * 3600.0) as at,
          tstzrange(at, at + interval '30 minutes') as span
        returning id, journey_id, during)
      insert into booking_attendees (booking_id, client_id, during, active)
        select id, journey_id, during, true from made`;
    await site.admin`analyze`;
    return { coach: session };
  });
}

/** A coach with two clients, whose paths are short and long. Both are longer than a page. */
function twoPaths(site: Site, now: number) {
  return site.within(async () => {
    const coach = await aCoach();
    const type = await aType(coach, { minutes: 30 });
    const book = async (count: number, from: number) => {
      const client = await aClient();
      await fillBook(site, { coach, client, type, count, from, every: hour });
      return client.id;
    };
    const little = await book(short, now - 400 * day);
    const much = await book(long, now - 300 * day);
    return { coach: await aSession(coach), little, much };
  });
}
