import { spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";

export type Sender = {
  pid: number;
  begin: () => Promise<void>;
  /** Gives its exit code, null when the signal ended it. */
  end: (signal: "SIGKILL" | "SIGTERM") => Promise<number | null>;
};

const script = fileURLToPath(new URL("sender-process.ts", import.meta.url));

/** A process that sends mail, loaded and ready to begin. */
export async function readySender(settings: Record<string, string> = {}): Promise<Sender> {
  const child = spawn(process.execPath, [script], {
    stdio: ["ignore", "inherit", "inherit", "ipc"],
    env: { ...process.env, ...settings },
  });
  const exited = once(child, "exit") as Promise<[number | null]>;
  const heard = async (word: string) => {
    const [said] = await Promise.race([once(child, "message"), exited]);
    if (said !== word) throw new Error(`A sender was to say ${word}, and ended with ${said}`);
  };
  await heard("loaded");
  return {
    pid: child.pid ?? 0,
    async begin() {
      child.send("begin");
      await heard("working");
    },
    async end(signal) {
      child.kill(signal);
      const [code] = await exited;
      return code;
    },
  };
}
