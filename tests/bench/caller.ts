import { Agent, request } from "node:http";

export type Caller = {
  get(path: string): Promise<string>;
  post(path: string, body: object, key: string): Promise<string>;
  hangUp(): void;
};

/** Asks a portal over one line that stays open, as lean as a program can. Whatever is not 200 is thrown. */
export function callerOf(url: string, session?: string): Caller {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  const who = session ? { cookie: `attune=${session}` } : {};

  function call(method: string, path: string, headers: Record<string, string>, body?: string) {
    return new Promise<string>((resolve, reject) => {
      const asked = request(url + path, { agent, method, headers: { ...who, ...headers } }, (answer) => {
        const parts: Buffer[] = [];
        answer.on("data", (part: Buffer) => parts.push(part));
        answer.once("error", reject);
        answer.once("end", () => {
          const text = Buffer.concat(parts).toString("utf8");
          if (answer.statusCode === 200) resolve(text);
          else reject(new Error(`${method} ${path} answers ${answer.statusCode}: ${text.slice(0, 300)}`));
        });
      });
      asked.once("error", reject);
      asked.end(body);
    });
  }

  return {
    get: (path) => call("GET", path, {}),
    post: (path, body, key) =>
      call(
        "POST",
        path,
        {
          origin: url,
          "sec-fetch-site": "same-origin",
          "content-type": "application/json",
          "idempotency-key": key,
        },
        JSON.stringify(body),
      ),
    hangUp: () => agent.destroy(),
  };
}
