import { randomUUID } from "node:crypto";
import { asSystem } from "#db/client.ts";
import { journeyMembers, journeys, messages } from "#db/schema/index.ts";
import { aCoach } from "#tests/support/people.ts";
import { signedRequest } from "#tests/support/webhooks.ts";
import type { BoardTest } from "./board.ts";
import { type Chance, chance, seedOfRun } from "./chance.ts";
import { eventOf, eventOfStranger, forged, type Post, someTold, type Told } from "./mail-events.ts";
import { failsSince, type Letter, standsAfter } from "./mail-model.ts";
import { manyClients } from "./people.ts";
import { untilMailIsOut } from "./state.ts";
import type { World } from "./world.ts";

const atOnce = 12;
const day = 86_400_000;

/** What Resend tells comes twice, late and in disorder, and others pretend to be Resend. */
export const r11: BoardTest = {
  id: "R11",
  title: "Webhooks",
  isQuick: true,
  async run(world, { guard, quick }) {
    const seed = seedOfRun();
    const draw = chance(seed);
    const posts = quick || !guard ? 600 : 10_000;
    const { letters, coachId } = await someLetters(draw, Math.ceil(posts / 90), 15);
    if (!guard) await believeAsItComes(world);
    const from = Date.now() - day;
    const told = letters.flatMap((letter) => someTold(letter, draw, from));
    const events = [...told.map((one) => eventOf(one, draw)), ...strangers(draw, from)];
    const good = (event: (typeof events)[number]) => ({ request: () => signedRequest(event), status: 200 });
    const once = events.map(good);
    const more = Array.from({ length: Math.max(0, posts - once.length) }, (): Post => {
      const event = draw.oneOf(events);
      return draw.isOneIn(4) ? forged(event, draw) : good(event);
    });
    const all = shuffled([...once, ...more], draw);
    const wrongAnswers = await postAll(world, all);
    const wrong = await compare(world, { letters, told, coachId });
    // Meanwhile the portal writes letters of its own, and the mailbox tells of those too.
    const [rows] = await world.look<{ count: number }[]>`select count(*)::int as count from webhook_events
      where message_id is null or message_id not in (select id from messages where dedupe not like 'r11:%')`;
    await endWhatIsOpen(world, letters);
    const bad = all.filter(({ status }) => status !== 200).length;
    const extraRows = (rows?.count ?? 0) - events.length;
    return {
      tried: `${all.length} posts over 2 processes of ${events.length} events of ${letters.length} mails, shuffled, ${all.length - bad - events.length} of them once more, ${bad} of them forged, old or unreadable`,
      counts: {
        seed,
        "wrong answers": wrongAnswers.length,
        "wrong states": wrong.length,
        "rows too many": extraRows,
        ...(wrongAnswers.length + wrong.length > 0 && {
          first: [...wrongAnswers, ...wrong].slice(0, 6).join(" · "),
        }),
      },
      pass: guard
        ? wrongAnswers.length + wrong.length === 0 && extraRows === 0
        : wrong.length === 0 || extraRows === 0,
    };
  },
};

const strangers = (draw: Chance, from: number) =>
  Array.from({ length: 20 }, () => eventOfStranger(draw, from + draw.below(day)));

async function someLetters(draw: Chance, people: number, each: number) {
  const clients = await manyClients(people);
  const { id: coachId } = await aCoach();
  const letters = clients.flatMap(({ id: personId, email: to }) =>
    Array.from({ length: each }, (): Letter => {
      const begins = draw.oneOf(["sent", "sent", "sent", "sending", "planned", "unsure"] as const);
      const providerId = begins === "sent" ? randomUUID() : undefined;
      return { id: randomUUID(), personId, to, providerId, begins, hasEnd: draw.isOneIn(5) };
    }),
  );
  await asSystem("the scoreboard needs letters", async (tx) => {
    const made = await tx
      .insert(journeys)
      .values(clients.map(() => ({ coachId, kind: "individual" as const })))
      .returning({ id: journeys.id });
    await tx.insert(journeyMembers).values(
      clients.map(({ id: clientId }, nth) => ({
        journeyId: made[nth]?.id ?? "",
        clientId,
        coachId,
        kind: "individual" as const,
      })),
    );
    // Whoever has it in hand, or is to try again, does so when this is long over.
    const later = Date.now() + day;
    for (let at = 0; at < letters.length; at += 500)
      await tx.insert(messages).values(
        letters.slice(at, at + 500).map(({ id, personId, providerId, begins, hasEnd }) => ({
          id,
          kind: "booking_confirmed",
          dedupe: `r11:${id}`,
          recipientId: personId,
          payload: Buffer.from("sealed"),
          state: begins,
          attempts: 1,
          firstAttemptAt: Date.now() - day,
          notBefore: begins === "sending" || begins === "planned" ? later : null,
          sentAt: begins === "sent" ? Date.now() - day : null,
          expiresAt: hasEnd ? later : null,
          providerId: providerId ?? null,
        })),
      );
  });
  return { letters, coachId };
}

async function postAll({ processes }: World, posts: Post[]): Promise<string[]> {
  const waiting = [...posts.entries()];
  const wrong: string[] = [];
  const work = async () => {
    for (let next = waiting.pop(); next; next = waiting.pop()) {
      const [nth, { request, status }] = next;
      const { url } = processes[nth % 2] ?? processes[0];
      const answer = await fetch(`${url}/api/webhooks/resend`, request());
      const text = await answer.text();
      if (answer.status !== status) wrong.push(`${answer.status}, not ${status}: ${text.slice(0, 80)}`);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, work));
  return wrong;
}

type Row = { id: string; state: string; delivery: string | null; at: number | null; kept: boolean };
type Played = { letters: Letter[]; told: Told[]; coachId: string };

async function compare({ look }: World, { letters, told, coachId }: Played): Promise<string[]> {
  const rows = await look<Row[]>`
    select id, state, delivery, round(extract(epoch from delivery_at) * 1000)::float8 as at,
      payload is not null as kept
    from messages where dedupe like 'r11:%'`;
  const people = await look<{ id: string; since: number | null; letters: number }[]>`
    select u.id, round(extract(epoch from u.mail_fails_since) * 1000)::float8 as since,
      (select count(*)::int from messages m
       where m.recipient_id = ${coachId} and m.dedupe like 'mail-fails:' || u.id || ':%') as letters
    from users u where u.id = any(${letters.map(({ personId }) => personId)})`;
  const found = new Map(rows.map((row) => [row.id, row]));
  const toldOf = Map.groupBy(told, ({ letter }) => letter.id);
  const stands = letters.map((letter) => ({ letter, ...standsAfter(letter, toldOf.get(letter.id) ?? []) }));
  const wrong = stands.flatMap(({ letter, state, delivery, at, isKept }) => {
    const row = found.get(letter.id);
    const [is, must] = [
      [row?.state, row?.delivery, row?.at, row?.kept],
      [state, delivery, at, isKept],
    ].map(String);
    return is === must ? [] : [`mail ${is}, not ${must}`];
  });
  const own = Map.groupBy(stands, ({ letter }) => letter.personId);
  for (const { id, since, letters: count } of people) {
    const theirs = own.get(id) ?? [];
    const must = failsSince(theirs);
    if (since !== must) wrong.push(`address fails since ${since}, not ${must}`);
    // Where nothing arrived in between, one failure is one letter; else it hangs on the order.
    const couldEnd = told.some(({ letter, what }) => letter.personId === id && what === "delivered");
    if (couldEnd ? must !== null && count === 0 : count !== (must === null ? 0 : 1))
      wrong.push(`${count} letters to the coach of somebody who fails since ${must}`);
  }
  return wrong;
}

/** What was made up is taken out of the sender's way, and the letters to the coach go. */
async function endWhatIsOpen(world: World, letters: Letter[]): Promise<void> {
  await world.look`update messages set state = 'dropped', payload = null
    where id = any(${letters.map(({ id }) => id)}) and state in ('planned', 'sending')`;
  await untilMailIsOut(world);
}

/** Without its guards: what is told twice is taken twice, and the last word counts. */
async function believeAsItComes({ look }: World): Promise<void> {
  await look`alter table webhook_events drop constraint webhook_events_pkey`;
  await look.unsafe(`
    create function believe() returns trigger language plpgsql security definer as $$
    begin
      update messages set delivery_at = new.happened_at, delivery = case new.type
        when 'email.delivery_delayed' then 'delayed' else replace(new.type, 'email.', '') end::delivery
      where id = new.message_id and new.type not in ('email.sent', 'email.opened');
      return new;
    end $$;
    create trigger believe after insert on webhook_events for each row execute function believe()`);
}

function shuffled<T>(list: T[], draw: Chance): T[] {
  const left = [...list];
  return Array.from({ length: left.length }, () => left.splice(draw.below(left.length), 1)[0] as T);
}
