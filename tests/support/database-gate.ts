import { type AddressInfo, connect, createServer, type Socket } from "node:net";

export type DatabaseGate = {
  /** The database by way of the gate. */
  url: string;
  /** A word among what a transaction asks, and who is told when it has committed, before whoever asked it is. */
  held: Map<string, () => Promise<boolean>>;
  stop: () => Promise<void>;
};

const committed = Buffer.from("COMMIT\0");

/** A way to PostgreSQL on which the news of a commit can be kept back: it has happened, and nobody here knows. */
export async function startDatabaseGate(database: string): Promise<DatabaseGate> {
  const { hostname, port } = new URL(database);
  const held: DatabaseGate["held"] = new Map();
  const open = new Set<Socket>();
  const server = createServer((near) => {
    const far = connect({ host: hostname, port: Number(port) });
    for (const [one, other] of [
      [near, far],
      [far, near],
    ] as const) {
      open.add(one);
      one.setNoDelay(true);
      one.on("error", () => {});
      one.once("close", () => {
        open.delete(one);
        other.destroy();
      });
    }
    let asked: string | undefined;
    near.on("data", (chunk: Buffer) => {
      asked ??= [...held.keys()].find((word) => chunk.includes(word));
      far.write(chunk);
    });
    far.on("data", async (chunk: Buffer) => {
      const isHeld = asked === undefined ? undefined : held.get(asked);
      if (!isHeld || !chunk.includes(committed)) return void near.write(chunk);
      asked = undefined;
      far.pause();
      // What is held back is so until the process is gone.
      if (await isHeld()) return;
      near.write(chunk);
      far.resume();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const url = new URL(database);
  url.hostname = "127.0.0.1";
  url.port = String((server.address() as AddressInfo).port);
  return {
    url: url.href,
    held,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        for (const socket of open) socket.destroy();
      }),
  };
}
