import { Unzip, UnzipInflate } from "fflate";
import { Refusal } from "#lib/refusal.ts";

export type FolderFile = { name: string; bytes: Uint8Array };

/** What a folder may come to, packed or not. */
export const mostBytes = 2 * 1024 * 1024;
export const mostFiles = 200;
/** On the way, with what stands round each file and what is wished for them. */
export const mostSentBytes = mostBytes + 128 * 1024;
// So little can only become so much before it is looked at how much it became.
const bite = 1_024;

/** The files of a folder, of those that were chosen and those packed in a zip among them. Names are for showing only. */
export function unpackFolder(sent: readonly FolderFile[]): FolderFile[] {
  const files: FolderFile[] = [];
  let size = 0;
  const grow = (bytes: number) => {
    size += bytes;
    if (size > mostBytes) throw tooMuch("Unpacked, these files are more than 2 MB.");
  };
  const keep = (file: FolderFile) => {
    files.push({ ...file, name: nameOf(file.name) });
    if (files.length > mostFiles) throw tooMuch(`These are more than ${mostFiles} files.`);
  };
  for (const file of sent) {
    if (/\.zip$/i.test(file.name)) unzip(file.bytes, { grow, keep });
    else {
      grow(file.bytes.byteLength);
      keep(file);
    }
  }
  return files.filter(({ name }) => !name.startsWith("."));
}

type Taking = { grow: (bytes: number) => void; keep: (file: FolderFile) => void };

function unzip(packed: Uint8Array, { grow, keep }: Taking): void {
  let open = 0;
  let seen = 0;
  const unzipping = new Unzip((file) => {
    seen += 1;
    if (seen > 2 * mostFiles) throw tooMuch(`These are more than ${mostFiles} files.`);
    const chunks: Uint8Array[] = [];
    open += 1;
    file.ondata = (error, chunk, isLast) => {
      if (error) throw error;
      grow(chunk.byteLength);
      chunks.push(chunk);
      if (!isLast) return;
      open -= 1;
      const isFolder = file.name.endsWith("/") || file.name.startsWith("__MACOSX/");
      if (!isFolder) keep({ name: file.name, bytes: Buffer.concat(chunks) });
    };
    file.start();
  });
  unzipping.register(UnzipInflate);
  try {
    for (let at = 0; at < packed.byteLength; at += bite)
      unzipping.push(packed.subarray(at, at + bite), at + bite >= packed.byteLength);
  } catch (error) {
    if (error instanceof Refusal) throw error;
    throw unreadable();
  }
  if (open > 0 || seen !== entriesOf(packed)) throw unreadable();
}

/** How many files the zip says at its end that it has. Undefined: it has no end, or begins with something else. */
function entriesOf(packed: Uint8Array): number | undefined {
  const zip = Buffer.from(packed.buffer, packed.byteOffset, packed.byteLength);
  const end = zip.lastIndexOf("PK\x05\x06", undefined, "latin1");
  const isWhole = zip.toString("latin1", 0, 2) === "PK" && end >= 0 && end + 22 <= zip.byteLength;
  return isWhole ? zip.readUInt16LE(end + 10) : undefined;
}

function nameOf(path: string): string {
  const name = path.split(/[\\/]/).at(-1) ?? "";
  return name.replace(/[\p{Cc}\p{Cf}\p{Cs}]/gu, "").slice(0, 80);
}

const tooMuch = (what: string) =>
  new Refusal(`${what} That is more than we can take at once. Nothing was changed.`, {
    code: "too_large",
    status: 413,
  });

const unreadable = () =>
  new Refusal("This zip cannot be read to its end. Nothing was changed.", { code: "bad_zip", status: 422 });
