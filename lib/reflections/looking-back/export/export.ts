import { strToU8, Zip, ZipDeflate } from "fflate";
import type { ClientViewer } from "#lib/auth/viewer.ts";
import type { ReadSummary } from "#lib/summaries/for-client.ts";
import { dateIn } from "#lib/time/words.ts";
import { titleOf } from "../titles.ts";
import { beginDocument, endDocument, pieceOfDocument, type Reader, summariesOfDocument } from "./document.ts";
import { beginExport, type Exported, readSome } from "./gather.ts";
import { readMe } from "./read-me.ts";

const atOnce = 50;

/** All that a client wrote, in one zip: a document to read, the same as JSON, and what is what. Made as it is sent. */
export async function exportWriting(client: ClientViewer, now: number) {
  const { ids, summaries, ...reader } = await beginExport(client);
  return {
    name: `what-i-wrote-${dateIn(now, reader.zone)}.zip`,
    bytes: streamOf(zipped(client, { ids, summaries }, { ...reader, now })),
  };
}

/** Nothing of it is made before it is asked for. */
function streamOf(parts: AsyncGenerator<Uint8Array<ArrayBuffer>>): ReadableStream<Uint8Array<ArrayBuffer>> {
  return new ReadableStream({
    async pull(controller) {
      const { value, done } = await parts.next();
      if (done) controller.close();
      else controller.enqueue(value);
    },
    cancel: async () => void (await parts.return(undefined)),
  });
}

async function* zipped(
  client: ClientViewer,
  { ids, summaries }: { ids: string[]; summaries: ReadSummary[] },
  reader: Reader,
): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  let ready: Uint8Array<ArrayBuffer>[] = [];
  const zip = new Zip((error, chunk) => {
    if (error) throw error;
    ready.push(chunk as Uint8Array<ArrayBuffer>);
  });
  const add = (name: string) => {
    const file = new ZipDeflate(name);
    file.mtime = reader.now;
    zip.add(file);
    return (text: string, isEnd = false) => file.push(strToU8(text), isEnd);
  };
  add("read-me.txt")(readMe, true);
  const page = add("what-i-wrote.html");
  const json = add("what-i-wrote.json");
  page(beginDocument(reader));
  json(`{\n"exportedAt": ${asJson(iso(reader.now))},\n"zone": ${asJson(reader.zone)},\n"writing": [`);
  for (let from = 0; from < ids.length; from += atOnce) {
    const pieces = await readSome(client, ids.slice(from, from + atOnce));
    page(pieces.map((piece) => pieceOfDocument(piece, reader)).join(""));
    const told = pieces.map((piece) => asJson(toldOf(piece, reader)));
    // A comma between two, also of two handfuls.
    json(told.map((one, index) => `${from + index > 0 ? "," : ""}\n${one}`).join(""));
    yield* ready;
    ready = [];
  }
  page(summariesOfDocument(summaries, reader));
  page(endDocument, true);
  json(`\n],\n"summaries": ${asJson(summaries.map(toldOfSummary))}\n}\n`, true);
  zip.end();
  yield* ready;
}

function toldOf(piece: Exported, { zone, now }: Reader) {
  const { id, kind, day, session, lesson, parts, blank, shares } = piece;
  return {
    id,
    kind,
    title: titleOf({ ...piece, lesson: lesson?.title }, zone, now),
    begunAt: iso(piece.createdAt),
    writtenAt: iso(piece.writtenAt),
    thrownAwayAt: piece.removedAt === null ? null : iso(piece.removedAt),
    session: session ? { id: session.id, start: iso(session.start), coach: session.coachName } : null,
    daysAfter: day,
    lesson: lesson ? { title: lesson.title, part: lesson.name, block: lesson.block } : null,
    answers: parts.map(({ key, asked, answer, words, ends }) => ({
      ...{ key, question: asked, answer, words },
      ends: ends ?? null,
    })),
    leftBlank: blank,
    shares: shares.map(({ name, as, answers, ...share }) => ({
      with: name,
      as,
      sharedAt: iso(share.sharedAt),
      readableFrom: iso(share.readableFrom),
      openedAt: share.openedAt === null ? null : iso(share.openedAt),
      endedAt: share.withdrawnAt === null ? null : iso(share.withdrawnAt),
      answers,
    })),
  };
}

function toldOfSummary({ id, bookingId, start, coachName, sentAt, written }: ReadSummary) {
  return {
    ...{ id, from: coachName, sentAt: iso(sentAt), session: { id: bookingId, start: iso(start) } },
    parts: written.map(({ key, label, words }) => ({ key, about: label, words })),
  };
}

const asJson = (value: unknown) => JSON.stringify(value);
const iso = (at: number) => new Date(at).toISOString();
