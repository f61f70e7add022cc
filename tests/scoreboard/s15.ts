import { CannotUnseal, seal, unseal } from "#lib/sealed/seal.ts";
import { ask } from "./ask.ts";
import type { BoardTest } from "./board.ts";
import { type Chance, chance, seedOfRun } from "./chance.ts";
import { everyRecord, type SealedRecord, sealedPlaces } from "./sealed-records.ts";
import { dumpOf, findInDump, findInFiles } from "./whole-database.ts";
import type { World } from "./world.ts";
import { everyWriting, type Writings } from "./writings.ts";

const swapsOfEach = 40;

/** What lies in the database, and what opens it: in its own place and nowhere else. */
export const s15: BoardTest = {
  id: "S15",
  title: "At rest",
  isQuick: true,
  async run(world, { guard }) {
    const seed = seedOfRun();
    const draw = chance(seed);
    const [process] = world.processes;
    const writings = await everyWriting(world, process);
    const words = writings.canaries.map((one) => one.words);
    // The twin: one of them as a name, and nothing is bound to its place.
    if (!guard)
      await world.look`update users set display_name = ${words[0] ?? ""} where id = ${writings.people.bea.id}`;
    const inDump = findInDump(await dumpOf(world), words);
    const inFiles = await findInFiles(world, words);
    const found = await everyRecord(world);
    const records = guard ? found : found.map(unbound);
    const columns = new Set(records.map(({ column }) => column));
    const empty = sealedPlaces.filter((column) => !columns.has(column));
    const shut = records.filter((record) => !opens(record, record.sealed));
    const tries = records.flatMap((record) => tampered(record, records, draw));
    const taken = tries.filter(({ as, sealed }) => opens(as, sealed));
    const onPages = await swappedOnPages(world, writings);
    return {
      tried: `${words.length} canaries looked for in every row and file of the database; ${records.length} records of ${columns.size} columns, ${tries.length} of them moved, changed or cut; rows swapped under ${onPages.tried} pages`,
      counts: {
        seed,
        "plain in the dump": inDump.length,
        "plain in files": inFiles.length,
        "columns with nothing in them": empty.length,
        "not opened in place": shut.length,
        "opened elsewhere or changed": taken.length,
        "pages with swapped words": onPages.shown,
        "pages not back again": onPages.lost,
        ...(taken.length > 0 && {
          first: taken
            .slice(0, 6)
            .map(({ what }) => what)
            .join(" · "),
        }),
        ...(empty.length > 0 && { empty: empty.join(" ") }),
        ...(inDump.length + inFiles.length > 0 && { where: [...inDump, ...inFiles].slice(0, 6).join(" ") }),
      },
      pass: guard
        ? inDump.length + inFiles.length + shut.length + taken.length + onPages.shown + onPages.lost === 0 &&
          empty.length === 0
        : inDump.length + inFiles.length === 0 || taken.length === 0,
    };
  },
};

type Try = { what: string; as: SealedRecord; sealed: Buffer };

function tampered(record: SealedRecord, all: SealedRecord[], draw: Chance): Try[] {
  const { column, sealed, id } = record;
  const some = (others: SealedRecord[]) =>
    Array.from({ length: Math.min(swapsOfEach, others.length) }, () => draw.oneOf(others));
  const others = all.filter((one) => one !== record);
  const here = (what: string, bytes: Buffer): Try => ({
    what: `${column} ${what}`,
    as: record,
    sealed: bytes,
  });
  const moved = (what: string, to: SealedRecord): Try => ({
    what: `${column} ${what} ${to.column}`,
    as: to,
    sealed,
  });
  return [
    ...some(others.filter((one) => one.column === column)).map((one) => moved("in another row of", one)),
    ...some(others.filter((one) => one.column !== column)).map((one) => moved("in", one)),
    ...some(others.filter((one) => one.owner !== record.owner)).map((one) =>
      moved("with another's key in", one),
    ),
    // Also where the key is the right one, and the row has the same number.
    ...others
      .filter((one) => one.column !== column)
      .slice(0, 12)
      .map((one) => ({
        what: `${column} as ${one.column} of the same row`,
        as: { ...record, place: one.place.replace(one.id, id) },
        sealed,
      })),
    ...Array.from({ length: swapsOfEach }, () =>
      here("with a bit changed", flipped(sealed, draw.below(sealed.length * 8))),
    ),
    ...[1, 4, 8, 12, 15].map((less) =>
      here(`with a tag of ${16 - less} bytes`, sealed.subarray(0, sealed.length - less)),
    ),
    here("with a byte more", Buffer.concat([sealed, Buffer.of(0)])),
  ];
}

function flipped(sealed: Buffer, bit: number): Buffer {
  const changed = Buffer.from(sealed);
  changed[bit >> 3] = (changed[bit >> 3] ?? 0) ^ (1 << (bit & 7));
  return changed;
}

function opens({ keys, place }: SealedRecord, sealed: Buffer): boolean {
  try {
    return unseal(keys, sealed, place).length > 0;
  } catch (error) {
    if (error instanceof CannotUnseal) return false;
    throw error;
  }
}

/** As if the same words opened anywhere, whoever's they are. */
function unbound(record: SealedRecord): SealedRecord {
  const keys = [{ id: "client", key: Buffer.alloc(32, 1) }] as const;
  const plain = unseal(record.keys, record.sealed, record.place);
  return { ...record, keys, place: "", sealed: seal(keys, plain, "") };
}

/** Words of one row put into another beneath a running portal: its page says that something is wrong, and not them. */
async function swappedOnPages(world: World, { cast, sessions, canaries, people, lessonSlug }: Writings) {
  const { look, processes } = world;
  const seen = { tried: 0, shown: 0, lost: 0 };
  const rows = await look<{ id: string; answers: Buffer }[]>`
    select id, answers from reflections where author_id = ${people.ada.id} and lesson_id = ${cast.ours.writing.id}`;
  const others = await look<{ answers: Buffer }[]>`
    select answers from reflections where author_id = ${people.ben.id} limit 1`;
  const path = `/lessons/${lessonSlug}`;
  const visit = () => ask(processes[0], path, { session: sessions.ada ?? "" });
  for (const [nth, { id, answers }] of rows.entries()) {
    for (const foreign of [rows[(nth + 1) % rows.length]?.answers, others[0]?.answers]) {
      if (!foreign) continue;
      seen.tried += 1;
      await look`update reflections set answers = ${foreign} where id = ${id}`;
      const { status, text } = await visit();
      // The portal is whole: it says so with a page, in the words that it has for this.
      if (status < 500 && canaries.some(({ words }) => text.includes(words))) seen.shown += 1;
      await look`update reflections set answers = ${answers} where id = ${id}`;
    }
    if ((await visit()).status !== 200) seen.lost += 1;
  }
  return seen;
}
