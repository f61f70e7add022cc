import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { checkout } from "#lib/running/install.mjs";
import { joinLock, lockHolder, takeLock } from "#lib/running/lock.mjs";

let file: string;
beforeEach(() => {
  file = join(mkdtempSync(join(tmpdir(), "attune-lock-")), "running.json");
});
afterEach(() => rmSync(dirname(file), { recursive: true }));

/** Another process that takes the lock and says whether it got it. */
async function another({ andLives = false } = {}) {
  const program = `
    import { takeLock } from ${JSON.stringify(join(checkout, "lib/running/lock.mjs"))};
    const { lock } = takeLock(${JSON.stringify(file)}, { url: "http://localhost:4000" });
    console.log(lock ? "got it" : "taken");
    ${andLives ? "setInterval(() => {}, 1000);" : ""}`;
  const child = spawn(process.execPath, ["--input-type=module", "-e", program]);
  const [said] = await once(child.stdout, "data");
  return { said: String(said).trim(), child };
}

test("the second who starts is told where the first one serves", async () => {
  const { child } = await another({ andLives: true });
  const { lock, holder } = takeLock(file);
  expect(lock).toBeUndefined();
  expect(holder).toMatchObject({ url: "http://localhost:4000", holders: [{ pid: child.pid }] });
  child.kill();
});

test("a lock of one who was killed is free", async () => {
  const { child } = await another({ andLives: true });
  child.kill("SIGKILL");
  await once(child, "exit");
  expect(lockHolder(file)).toBeUndefined();
  expect(takeLock(file).lock).toBeDefined();
});

test("a number that another process has been given since holds no lock", () => {
  writeFileSync(
    file,
    JSON.stringify({ holders: [{ pid: process.ppid, since: "before the last start of this machine" }] }),
  );
  expect(takeLock(file).lock).toBeDefined();
});

test("half a lock file does not keep anybody from starting", () => {
  writeFileSync(file, '{"holders": [');
  expect(takeLock(file).lock).toBeDefined();
});

test("of many who start at once, one gets it", async () => {
  const all = await Promise.all(Array.from({ length: 6 }, () => another({ andLives: true })));
  expect(all.map(({ said }) => said).filter((said) => said === "got it")).toHaveLength(1);
  for (const { child } of all) child.kill();
});

test("the lock stays as long as one of those who share it lives", async () => {
  const { child } = await another({ andLives: true });
  const shared = joinLock(file, { url: "http://localhost:5000" });
  child.kill("SIGKILL");
  await once(child, "exit");
  expect(lockHolder(file)).toMatchObject({ url: "http://localhost:5000" });
  shared.release();
  expect(lockHolder(file)).toBeUndefined();
});
