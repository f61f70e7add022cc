// Plain JavaScript, like all that has to run before anything is installed.
import { execFileSync } from "node:child_process";
import { linkSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { setTimeout as pause } from "node:timers/promises";

/**
 * Takes the lock, or says who has it. A lock whose holders have all ended is free, however they ended.
 * @param {string} file
 * @param {Record<string, unknown>} facts what others may want to know of the holder
 */
export function takeLock(file, facts = {}) {
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  const content = { ...facts, holders: [identify(process.pid)] };
  for (;;) {
    if (claim(file, content)) return { lock: held(file, content), holder: undefined };
    const holder = readHolder(file);
    if (holder && isHeld(holder)) return { lock: undefined, holder };
    removeStale(file, holder);
  }
}

/** Waits until the lock is free, saying once that it waits. */
export async function waitForLock(file, tell) {
  for (let waited = 0; ; waited++) {
    const { lock } = takeLock(file);
    if (lock) return lock;
    if (waited === 0) tell();
    await pause(500);
  }
}

/** What the holder of a lock has noted, if there is one. */
export function lockHolder(file) {
  const holder = readHolder(file);
  return holder && isHeld(holder) ? holder : undefined;
}

/** For a process that a lock's holder has started and that goes on if the holder is killed. */
export function joinLock(file, facts = {}) {
  const before = readHolder(file) ?? { holders: [] };
  const content = { ...before, ...facts, holders: [...before.holders, identify(process.pid)] };
  write(file, content);
  return held(file, content);
}

function held(file, content) {
  return {
    note(facts) {
      Object.assign(content, facts);
      write(file, content);
    },
    release() {
      const now = readHolder(file);
      if (now?.holders.some(({ pid }) => pid === process.pid)) rmSync(file, { force: true });
    },
  };
}

// A link appears whole or not at all, so nobody ever reads half a lock.
function claim(file, content) {
  const draft = `${file}.${process.pid}`;
  writeFileSync(draft, JSON.stringify(content), { mode: 0o600 });
  try {
    linkSync(draft, file);
    return true;
  } catch (error) {
    if (error.code === "EEXIST") return false;
    throw error;
  } finally {
    rmSync(draft, { force: true });
  }
}

function write(file, content) {
  const draft = `${file}.${process.pid}`;
  writeFileSync(draft, JSON.stringify(content), { mode: 0o600 });
  renameSync(draft, file);
}

// Moved aside first: of two that find the same stale lock, one must not remove the other's new one.
function removeStale(file, seen) {
  const aside = `${file}.stale-${process.pid}`;
  try {
    renameSync(file, aside);
  } catch {
    return;
  }
  const moved = readHolder(aside);
  if (JSON.stringify(moved) !== JSON.stringify(seen)) {
    try {
      linkSync(aside, file);
    } catch {
      // Somebody has taken it meanwhile.
    }
  }
  rmSync(aside, { force: true });
}

function readHolder(file) {
  try {
    const holder = JSON.parse(readFileSync(file, "utf8"));
    return Array.isArray(holder?.holders) ? holder : undefined;
  } catch {
    return undefined;
  }
}

function isHeld(holder) {
  return holder.holders.some(
    ({ pid, since }) => isAlive(pid) && (since === undefined || since === sinceWhen(pid)),
  );
}

function isAlive(pid) {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return error.code === "EPERM";
  }
}

// A number is given out again after its process has ended; number and birth together are not.
function identify(pid) {
  return { pid, since: sinceWhen(pid) };
}

function sinceWhen(pid) {
  try {
    if (process.platform === "linux") {
      const boot = readFileSync("/proc/sys/kernel/random/boot_id", "utf8").trim();
      const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
      return `${boot} ${stat.slice(stat.lastIndexOf(")") + 2).split(" ")[19]}`;
    }
    return execFileSync("ps", ["-o", "lstart=", "-p", String(pid)], { encoding: "utf8" }).trim();
  } catch {
    return undefined;
  }
}
