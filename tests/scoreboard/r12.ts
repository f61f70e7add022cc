import type { Mail } from "#lib/mail/mailbox/mail.ts";
import type { BoardTest } from "./board.ts";
import { aDesk, aLife, begin, change, end, type Life } from "./calendar-lives.ts";
import { chance, seedOfRun } from "./chance.ts";
import { type Entry, type File, readEntry } from "./read-entry.ts";
import { untilMailIsOut } from "./state.ts";
import type { World } from "./world.ts";

const atOnce = 10;
const changes = 4;

type Row = { id: string; status: string; uid: string; start: number; end: number };
type Spoil = (file: File) => File;

/** A calendar that does as the mails say shows what is in the book, from the first mail to the last. */
export const r12: BoardTest = {
  id: "R12",
  title: "Invite life cycle",
  isQuick: true,
  async run(world, { guard, quick }) {
    const seed = seedOfRun();
    const draw = chance(seed);
    const desks = [await aDesk(draw), await aDesk(draw), await aDesk(draw)];
    const lives: Life[] = [];
    while (lives.length < (guard ? (quick ? 20 : 200) : spoils.length * 3))
      lives.push(await aLife(draw.oneOf(desks), draw));
    const wrong = new Map<string, number>();
    let entries = 0;
    const acts = [begin, ...Array<typeof change>(changes).fill(change), end];
    for (const [at, act] of acts.entries()) {
      await inTurn(lives, (life) => act(world, life));
      await untilMailIsOut(world);
      const isLast = at === acts.length - 1;
      const rows = await readRows(world, lives);
      await inTurn(lives, async (life) => {
        const spoil = guard || !isLast ? undefined : spoils[lives.indexOf(life) % spoils.length]?.[1];
        for (const { email } of life.people) {
          const got = (await entriesTo(world, email)).map((file, nth) =>
            nth > 0 && spoil ? spoil(file) : file,
          );
          const read = got.map(readEntry);
          if (isLast) entries += read.length;
          for (const what of new Set(isLast ? wrongWithAll(read) : [])) count(wrong, what);
          for (const what of wrongNow(rows.get(life.id), read.at(-1))) count(wrong, what);
        }
      });
    }
    const missed = spoils.filter(([what]) => !wrong.has(what)).map(([what]) => what);
    return {
      tried: `${lives.length} bookings of one and of two, begun, changed ${changes} times and ended; ${entries} calendar entries as they came in the mail, read by ical.js and ts-ics`,
      counts: {
        seed,
        entries,
        wrong: [...wrong.values()].reduce((sum, times) => sum + times, 0),
        ...(wrong.size > 0 && { what: [...wrong].map((pair) => pair.join(" × ")).join(" · ") }),
        ...(!guard && missed.length > 0 && { missed: missed.join(" · ") }),
      },
      pass: guard ? wrong.size === 0 && entries > 3 * lives.length : missed.length > 0,
    };
  },
};

function wrongWithAll(entries: Entry[]): string[] {
  const wrong = entries.flatMap((entry) => entry.wrong);
  const [first] = entries;
  for (const [at, { uid, sequence }] of entries.entries()) {
    if (uid !== first?.uid) wrong.push("not the same entry");
    if (sequence <= (entries[at - 1]?.sequence ?? -1)) wrong.push("a sequence that does not rise");
  }
  if (first && entries.at(-1)?.method !== "CANCEL") wrong.push("it does not end with taking out");
  return wrong;
}

/** What a calendar shows that has just done as the last mail said, beside what is in the book. */
function wrongNow(row: Row | undefined, last: Entry | undefined): string[] {
  if (row?.status !== "confirmed")
    return last && last.method !== "CANCEL" ? [`it shows what is ${row?.status}`] : [];
  const isSame = last?.uid === row.uid && last.start === row.start && last.end === row.end;
  return last?.method === "REQUEST" && isSame ? [] : ["it does not show what is confirmed"];
}

const count = (counts: Map<string, number>, what: string) => counts.set(what, (counts.get(what) ?? 0) + 1);

async function readRows({ look }: World, lives: Life[]): Promise<Map<string, Row>> {
  const rows = await look<Row[]>`
    select id, status, ics_uid as uid, (extract(epoch from lower(during)) * 1000)::float8 as start,
      (extract(epoch from upper(during)) * 1000)::float8 as end
    from bookings where id = any(${lives.map(({ id }) => id)})`;
  return new Map(rows.map((row) => [row.id, row]));
}

/** Calendar entries as they came, the first one first. */
async function entriesTo({ mailbox }: World, email: string): Promise<File[]> {
  const answer = await fetch(`${mailbox}/messages?to=${encodeURIComponent(email)}`);
  const mails = (await answer.json()) as Mail[];
  return mails.reverse().flatMap(({ attachments }) => attachments);
}

async function inTurn(lives: Life[], act: (life: Life) => Promise<unknown>): Promise<void> {
  const waiting = [...lives];
  const work = async () => {
    for (let life = waiting.pop(); life; life = waiting.pop()) await act(life);
  };
  await Promise.all(Array.from({ length: atOnce }, work));
}

const inText =
  (what: RegExp, to: string): Spoil =>
  ({ contentType, content }) => {
    const text = Buffer.from(content, "base64").toString("utf8").replace(what, to);
    return { contentType, content: Buffer.from(text).toString("base64") };
  };

/** Entries that no calendar should get, and what is to be said of them. */
const spoils: [what: string, spoil: Spoil][] = [
  ["the method does not go with the status", inText(/STATUS:CONFIRMED/, "STATUS:CANCELLED")],
  ["a sequence that does not rise", inText(/SEQUENCE:\d+/, "SEQUENCE:0")],
  [
    "the mail names another method",
    (file) => ({ ...file, contentType: file.contentType.replace(/=(REQUEST|CANCEL)/, "=PUBLISH") }),
  ],
  ["a field is missing", inText(/DTSTAMP:.*\r\n/, "")],
  ["a line is longer than 75 octets", inText(/\r\n /g, "")],
  ["a line does not end as it must", inText(/\r\n/g, "\n")],
  ["not the same entry", inText(/UID:/, "UID:x")],
];
