import { randomUUID } from "node:crypto";
import {
  chownSync,
  closeSync,
  fsyncSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeSync,
} from "node:fs";

/** The keys as a file holds them: `name:key`, newest first, by itself or among the secrets that the portal has made. */
export function readKeyFile(file: string): string {
  const text = readFileSync(file, "utf8").trim();
  if (text.startsWith("{")) return String((JSON.parse(text) as Record<string, unknown>)[inSecrets] ?? "");
  return text
    .split(/[\s,]+/)
    .filter(Boolean)
    .join(",");
}

/** Puts other keys into the file in one move, as its owner's and readable to nobody else. */
export function writeKeyFile(file: string, entries: readonly string[]): void {
  const text = readFileSync(file, "utf8").trim();
  const changed = text.startsWith("{")
    ? JSON.stringify({ ...JSON.parse(text), [inSecrets]: entries.join(",") }, undefined, 2)
    : entries.join("\n");
  const { uid, gid } = statSync(file);
  const draft = `${file}.${randomUUID()}`;
  const opened = openSync(draft, "wx", 0o600);
  try {
    writeSync(opened, `${changed}\n`);
    fsyncSync(opened);
    if (process.getuid?.() === 0) chownSync(draft, uid, gid);
    renameSync(draft, file);
  } finally {
    closeSync(opened);
    rmSync(draft, { force: true });
  }
}

/** What is in the file, read again whenever another one is in its place. What cannot be read leaves what was known. */
export function watchKeyFile<Read>(file: string, read: (text: string) => Read): () => Read {
  const markOf = () => {
    const { ino, mtimeMs, size } = statSync(file);
    return `${ino} ${mtimeMs} ${size}`;
  };
  let seen = markOf();
  let known = read(readKeyFile(file));
  return () => {
    try {
      const mark = markOf();
      if (mark !== seen) {
        known = read(readKeyFile(file));
        seen = mark;
      }
    } catch {
      // Whoever is in the middle of changing it by hand is done in a moment.
    }
    return known;
  };
}

const inSecrets = "ENCRYPTION_KEYS";
