import { and, asc, desc, eq, gt, isNull, or } from "drizzle-orm";
import { asViewer, stepAsSystem, type Tx } from "#db/client.ts";
import { reflectionShares, reflections } from "#db/schema/index.ts";
import { together } from "#db/together.ts";
import type { ClientViewer } from "#lib/auth/viewer.ts";
import { type Answers, answersIn, isSame, openAnswers } from "#lib/reflections/answers.ts";
import { findClientKeys } from "#lib/reflections/client-key.ts";
import { namesOf, type Reader, readersOf, selectWays } from "#lib/reflections/readers.ts";
import { undoWithin } from "#lib/reflections/rules.ts";
import { savedWords } from "#lib/reflections/words.ts";
import type { SealingKey } from "#lib/sealed/seal.ts";
import { fieldsOf, readVersion, writingBlocksOf } from "./block-of.ts";
import { shown as inShares, written } from "./columns.ts";
import { type EarlierWriting, listEarlier } from "./earlier.ts";

export type NamedReader = Pick<Reader, "id" | "as"> & { name: string };

/** One reader of one's words: what they can read, or what was just taken back from them. */
export type Share = {
  id: string;
  readerId: string;
  sharedAt: number;
  /** Nothing was changed since. */
  isNewest: boolean;
  isTakenBack: boolean;
};

export type Written = { answers: Answers; revision: number; saved: string; shares: Share[] };

export type Writing = {
  author: string;
  zone: string;
  /** Under each block that has something. */
  written: Record<string, Written>;
  /** Whom they can show words to, and whoever else still reads some. */
  readers: NamedReader[];
  /** What a partner shows them, under each question. */
  shown: Record<string, { name: string; words: string }[]>;
  /** Written in places that the version which is read does not have. */
  earlier: EarlierWriting[];
  /** The same of what a partner shows them. */
  shownEarlier: (EarlierWriting & { name: string })[];
};

type Lesson = { id: string; versionId: string };

/** What a client wrote in this lesson, who reads it, and what a partner shows them of theirs. */
export async function findWriting(client: ClientViewer, lesson: Lesson, now: number): Promise<Writing> {
  return asViewer(client, async (tx) => {
    const [own, shares, ways] = await together(
      selectOwn(tx, client, lesson).execute(),
      selectShares(tx, client, lesson, now).execute(),
      selectWays(tx, client).execute(),
    );
    const zone = ways[0]?.zone ?? "UTC";
    const shown = shares.filter(({ readerId }) => readerId === client.id);
    const mine = shares.filter(({ authorId }) => authorId === client.id);
    const readers = [...readersOf(ways)];
    for (const { readerId, reader, journeyId, withdrawnAt } of mine)
      if (reader === "coach" && withdrawnAt === null && !readers.some(({ id }) => id === readerId))
        readers.push({ id: readerId, as: reader, journeyId });
    const { keys, names } = await readKeys(tx, {
      keysOf:
        own.length > 0
          ? [client.id, ...shown.map(({ authorId }) => authorId)]
          : shown.map(({ authorId }) => authorId),
      namesOf: [...readers.map(({ id }) => id), ...shown.map(({ authorId }) => authorId)],
    });

    const reflected = own.map(({ id, answers, ...row }) => ({
      ...row,
      answers: open(keys, { table: "reflections", id, clientId: client.id }, answers),
    }));
    const blocks = own.length > 0 ? writingBlocksOf(await readVersion(tx, lesson.versionId)) : undefined;
    const sharesOf = (block: string, answers: Answers) => {
      const asked = blocks?.get(block);
      const stands = asked ? answersIn(answers, fieldsOf(asked)) : answers;
      return mine
        .filter((share) => share.block === block)
        .map(({ id, readerId, sharedAt, withdrawnAt, answers }) => {
          const copy = open(keys, { table: "reflection_shares", id, clientId: client.id }, answers);
          return {
            id,
            readerId,
            sharedAt,
            isNewest: isSame(copy, stands),
            isTakenBack: withdrawnAt !== null,
          };
        });
    };
    const theirs = shown.map(({ id, authorId, block, versionId, answers }) => ({
      block,
      versionId,
      name: names.get(authorId) ?? "",
      answers: open(keys, { table: "reflection_shares", id, clientId: authorId }, answers),
    }));
    return {
      author: client.id,
      zone,
      written: Object.fromEntries(
        reflected.map(({ block, answers, revision, writtenAt }) => [
          block,
          {
            answers,
            revision,
            saved: savedWords(writtenAt, zone, now),
            shares: oneForEach(sharesOf(block, answers)),
          },
        ]),
      ),
      readers: readers.flatMap(({ id, as }) => {
        const name = names.get(id);
        return name === undefined ? [] : [{ id, as, name }];
      }),
      shown: groupShown(theirs),
      earlier: await listEarlier(tx, lesson, reflected),
      shownEarlier: await listShownEarlier(tx, lesson, theirs),
    };
  });
}

function selectOwn(tx: Tx, client: ClientViewer, lesson: Lesson) {
  const { id, answers, revision, writtenAt } = reflections;
  return tx
    .select({ id, ...written, answers, revision, writtenAt })
    .from(reflections)
    .where(and(eq(reflections.authorId, client.id), eq(reflections.lessonId, lesson.id)))
    .orderBy(asc(reflections.createdAt), asc(id));
}

/** Those of others that the row policy lets them read, and their own, with what they may still undo. */
function selectShares(tx: Tx, client: ClientViewer, lesson: Lesson, now: number) {
  const { id, authorId, readerId, reader, journeyId, answers, sharedAt, withdrawnAt } = reflectionShares;
  const toMe = and(eq(readerId, client.id), eq(reader, "partner"), isNull(withdrawnAt));
  const fromMe = and(eq(authorId, client.id), or(isNull(withdrawnAt), gt(withdrawnAt, now - undoWithin)));
  return tx
    .select({ id, authorId, readerId, reader, journeyId, ...inShares, answers, sharedAt, withdrawnAt })
    .from(reflectionShares)
    .where(and(eq(reflectionShares.lessonId, lesson.id), or(toMe, fromMe)))
    .orderBy(desc(sharedAt), desc(id));
}

type Wanted = { keysOf: string[]; namesOf: string[] };

async function readKeys(tx: Tx, wanted: Wanted) {
  if (wanted.keysOf.length + wanted.namesOf.length === 0)
    return { keys: new Map<string, SealingKey>(), names: new Map<string, string>() };
  return stepAsSystem(tx, "a client reads what they wrote and what is shown to them", async () => {
    const [keys, names] = await together(
      findClientKeys(tx, [...new Set(wanted.keysOf)]),
      namesOf(tx, [...new Set(wanted.namesOf)]),
    );
    return { keys, names };
  });
}

function open(
  keys: Map<string, SealingKey>,
  place: Parameters<typeof openAnswers>[2],
  sealed: Buffer,
): Answers {
  const key = keys.get(place.clientId);
  if (!key) throw new Error("What was sealed has no key");
  return openAnswers(key, sealed, place);
}

/** Of several copies the one that can be read, else the one that was last taken back. They come newest first. */
function oneForEach(shares: Share[]): Share[] {
  return [...Map.groupBy(shares, ({ readerId }) => readerId).values()].flatMap(
    (copies) => copies.find(({ isTakenBack }) => !isTakenBack) ?? copies[0] ?? [],
  );
}

type Theirs = { block: string; versionId: string; name: string; answers: Answers };

async function listShownEarlier(tx: Tx, lesson: Lesson, theirs: Theirs[]): Promise<Writing["shownEarlier"]> {
  const all: Writing["shownEarlier"] = [];
  for (const { name, ...one } of theirs)
    for (const earlier of await listEarlier(tx, lesson, [one])) all.push({ ...earlier, name });
  return all;
}

function groupShown(all: Theirs[]): Writing["shown"] {
  const shown: Writing["shown"] = {};
  for (const { block, name, answers } of all)
    shown[block] = [...(shown[block] ?? []), { name, words: Object.values(answers).join("\n\n") }];
  return shown;
}
