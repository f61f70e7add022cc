import { createServer, type Server } from "node:net";
import { afterEach, expect, test } from "vitest";
import { freePort } from "#db/embedded/free-port.ts";
import { onFreePort } from "#lib/running/ports.ts";

const open: Server[] = [];
afterEach(() => {
  for (const server of open.splice(0)) server.close();
});

function listen(port: number, host?: string): Promise<Server> {
  return new Promise((resolve, reject) => {
    const server = createServer().once("error", reject);
    server.listen({ port, ...(host && { host }) }, () => {
      open.push(server);
      resolve(server);
    });
  });
}

test("where somebody else listens, the next free port is taken", async () => {
  const first = await freePort();
  await listen(first, "127.0.0.1");
  const { port, opened } = await onFreePort(first, (port) => listen(port));
  expect(port).toBeGreaterThan(first);
  expect(opened.address()).toMatchObject({ port });
});

test("another error is not taken for a taken port", async () => {
  const broken = async () => {
    throw new Error("no disk");
  };
  await expect(onFreePort(3000, broken)).rejects.toThrow("no disk");
});

test("who finds no free port is told which setting to change", async () => {
  const taken = async () => {
    throw Object.assign(new Error(), { code: "EADDRINUSE" });
  };
  await expect(onFreePort(3000, taken)).rejects.toThrow(/PORT/);
});
