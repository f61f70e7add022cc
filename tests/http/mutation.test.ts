import { describe, expect, test } from "vitest";
import { z } from "zod";
import { DatabaseAway, QueryFailed } from "#db/errors.ts";
import { idIn } from "#lib/http/request.ts";
import { type Call, publicMutation, publicRead } from "#lib/http.ts";
import { NotFound, Refusal, Unavailable } from "#lib/refusal.ts";

// Nothing here asks the database; the settings want to know where it would be.
process.env.DATABASE_URL = "postgres://nobody@127.0.0.1:9/nowhere";

const ours = "http://localhost:3000";
const schema = z.strictObject({
  name: z.string("Please tell us your name.").max(80, "That name is too long."),
  more: z.strictObject({ age: z.int() }).optional(),
});
const none = { params: Promise.resolve({}) };

type Asked = {
  body?: BodyInit;
  headers?: Record<string, string | undefined>;
  params?: Record<string, string>;
};

/** What the handler was called with, and what the world gets to see. */
async function send({ body = '{"name":"Ada"}', headers = {}, params = {} }: Asked = {}) {
  const calls: Call<z.output<typeof schema>>[] = [];
  const handler = publicMutation(schema, async (call) => {
    calls.push(call);
    return { hello: call.input.name };
  });
  const all = {
    "content-type": "application/json",
    origin: ours,
    "sec-fetch-site": "same-origin",
    ...headers,
  };
  const request = new Request(`${ours}/api/x`, {
    method: "POST",
    headers: Object.fromEntries(
      Object.entries(all).filter((pair): pair is [string, string] => pair[1] !== undefined),
    ),
    body,
    ...(body instanceof ReadableStream && { duplex: "half" }),
  });
  const response = await handler(request, { params: Promise.resolve(params) });
  return { response, calls, status: response.status, answer: await response.json() };
}

const codeOf = (answer: { error?: { code?: string } }) => answer.error?.code;

describe("a request from our own page", () => {
  test("reaches the handler with what was checked, and its answer is kept by nobody", async () => {
    const { response, calls, answer } = await send({
      headers: {
        "x-attune-address": "2001:db8::1",
        "idempotency-key": "5E000000-0000-4000-8000-00000000000A",
      },
      params: { id: "7" },
    });
    expect(answer).toEqual({ hello: "Ada" });
    expect(response.headers.get("cache-control")).toBe("private, no-store");
    expect(calls[0]).toMatchObject({
      input: { name: "Ada" },
      params: { id: "7" },
      address: "2001:db8::1",
      idempotencyKey: "5e000000-0000-4000-8000-00000000000a",
    });
    expect(Math.abs((calls[0]?.now ?? 0) - Date.now())).toBeLessThan(5_000);
  });

  test("may come from 127.0.0.1 when the portal is at localhost, and from browsers that say less", async () => {
    expect((await send({ headers: { origin: "http://127.0.0.1:3000" } })).status).toBe(200);
    expect((await send({ headers: { "sec-fetch-site": undefined } })).status).toBe(200);
    expect((await send({ headers: { "content-type": "Application/JSON; charset=utf-8" } })).status).toBe(200);
  });

  test("has no address when nobody stated one that can be", async () => {
    expect((await send()).calls[0]?.address).toBe("unknown");
    expect((await send({ headers: { "x-attune-address": "<script>" } })).calls[0]?.address).toBe("unknown");
  });
});

describe("a request from anywhere else", () => {
  test.each([
    undefined,
    "null",
    "",
    "https://evil.example",
    "http://localhost:3001",
    "https://localhost:3000",
    "http://localhost:3000.evil.example",
    "http://localhost:3000/",
    "not an address",
  ])("is refused when its Origin is %j", async (origin) => {
    const { status, answer, calls } = await send({ headers: { origin } });
    expect([status, codeOf(answer), calls.length]).toEqual([403, "foreign_origin", 0]);
    expect(answer.error.message).toBe(
      "This came from another site, so nothing was changed. Please use the portal's own pages.",
    );
  });

  test.each(["cross-site", "same-site", "none", ""])("is refused when the browser says %j", async (site) => {
    expect((await send({ headers: { "sec-fetch-site": site } })).status).toBe(403);
  });
});

describe("a body that cannot be read", () => {
  test.each([
    undefined,
    "text/plain",
    "multipart/form-data; boundary=x",
    "application/x-www-form-urlencoded",
    "application/jsonx",
  ])("is refused when it is said to be %j", async (type) => {
    const { status, answer, calls } = await send({ headers: { "content-type": type } });
    expect([status, codeOf(answer), calls.length]).toEqual([422, "not_json", 0]);
  });

  test.each([
    ["nothing", ""],
    ["half of it", "{"],
    ["a word", "undefined"],
    ["too much", '{"name":"Ada"}}'],
    ["no number", "NaN"],
    ["a NUL", "\0"],
    ["brackets without end", "[".repeat(20_000)],
  ])("is refused when it is no JSON but %s", async (_, body) => {
    expect(codeOf((await send({ body })).answer)).toBe("bad_json");
  });

  test("is refused when its bytes are no UTF-8", async () => {
    const body = Uint8Array.from([...Buffer.from('{"name":"'), 0xff, 0xfe, ...Buffer.from('"}')]);
    expect(codeOf((await send({ body })).answer)).toBe("bad_text");
  });

  test("is refused once it is too large, without reading on, whatever length it claims", async () => {
    let given = 0;
    const body = new ReadableStream<Uint8Array>({
      pull(controller) {
        given += 8_192;
        controller.enqueue(new Uint8Array(8_192).fill(0x20));
        if (given > 10_000_000) controller.close();
      },
    });
    const { status, answer } = await send({ body, headers: { "content-length": "10" } });
    expect([status, codeOf(answer)]).toEqual([422, "too_large"]);
    expect(given).toBeLessThan(100_000);
  });

  test("may be as large as the limit", async () => {
    const body = `{"name":"Ada"}${" ".repeat(32_768 - 14)}`;
    expect((await send({ body })).status).toBe(200);
    expect((await send({ body: `${body} ` })).status).toBe(422);
  });
});

describe("an input that cannot be right", () => {
  test.each([
    ['{"name":7}', { field: "name", message: "Please tell us your name." }],
    [`{"name":"${"x".repeat(81)}"}`, { field: "name", message: "That name is too long." }],
    ["{}", { field: "name", message: "Please tell us your name." }],
    ['{"name":"Ada","more":{"age":"x"}}', { field: "more.age", message: "Please look at this once more." }],
    ['{"name":"Ada","role":"owner"}', { message: "Please look at this once more." }],
    ['{"name":"Ada","__proto__":{"admin":true}}', { message: "Please look at this once more." }],
    ["null", { message: "Please look at this once more." }],
    ["[]", { message: "Please look at this once more." }],
  ])("%s is refused with a sentence beside its field", async (body, error) => {
    const { status, answer, calls } = await send({ body });
    expect(status).toBe(422);
    expect(answer).toEqual({ error: { code: "invalid", ...error } });
    expect(calls).toEqual([]);
  });

  test.each(["", "1", "x".repeat(36), "5e000000-0000-4000-8000-00000000000a,", "../../x"])(
    "an idempotency key must be a UUID, not %j",
    async (key) => {
      expect(codeOf((await send({ headers: { "idempotency-key": key } })).answer)).toBe(
        "bad_idempotency_key",
      );
    },
  );

  test("an id in a path that can be none is not there", () => {
    expect(idIn({ id: "5E000000-0000-4000-8000-00000000000A" })).toBe("5e000000-0000-4000-8000-00000000000a");
    for (const id of ["", "1", "..", "%00", "5e000000-0000-4000-8000-00000000000a "])
      expect(() => idIn({ id })).toThrow(NotFound);
  });
});

describe("what a handler throws", () => {
  const answerTo = async (error: unknown) => {
    const handler = publicMutation(z.strictObject({}), async () => {
      throw error;
    });
    const headers = { "content-type": "application/json", origin: ours };
    const response = await handler(
      new Request(`${ours}/api/x`, { method: "POST", headers, body: "{}" }),
      none,
    );
    return { status: response.status, headers: response.headers, answer: await response.json() };
  };

  test("a refusal becomes its sentence, with its field and what it offers", async () => {
    const refusal = new Refusal("That time has gone.", {
      code: "taken",
      status: 409,
      field: "start",
      offer: { nearest: [] },
    });
    const { status, answer } = await answerTo(refusal);
    expect(status).toBe(409);
    expect(answer).toEqual({
      error: { code: "taken", message: "That time has gone.", field: "start", nearest: [] },
    });
  });

  test("one that comes too soon says when to come again", async () => {
    const { status, headers } = await answerTo(
      new Refusal("Please wait.", { status: 429, retryAfterSeconds: 12.2 }),
    );
    expect([status, headers.get("retry-after")]).toEqual([429, "13"]);
  });

  test("what is not there is 404, whatever it was", async () => {
    const { status, answer } = await answerTo(new NotFound("booking 7 of Ada"));
    expect([status, answer]).toEqual([404, { error: { code: "not_found", message: "This is not here." } }]);
  });

  test.each([new Unavailable("x"), new DatabaseAway("08006")])(
    "%s is 503, and when to try again",
    async (error) => {
      const { status, headers, answer } = await answerTo(error);
      expect([status, headers.get("retry-after"), codeOf(answer)]).toEqual([503, "10", "away"]);
    },
  );

  test.each([new QueryFailed("23514", "secret_check"), new Error("what Ada wrote"), "a word", null])(
    "%s is 500 with a number to ask by, and not a word of it",
    async (error) => {
      const { status, answer } = await answerTo(error);
      expect([status, codeOf(answer)]).toEqual([500, "failed"]);
      expect(answer.error.message).toMatch(
        /^Something went wrong on our side\. Nothing was changed\..*[\da-f-]{36}$/,
      );
      expect(JSON.stringify(answer)).not.toMatch(/Ada|secret|23514/);
    },
  );
});

describe("a read", () => {
  const read = async (query: string) => {
    const handler = publicRead(
      z.strictObject({ days: z.coerce.number().max(42, "Too many days.") }),
      async ({ days }) => ({ days }),
    );
    const response = await handler(new Request(`${ours}/api/x?${query}`), none);
    return { status: response.status, answer: await response.json() };
  };

  test("checks what stands in the address", async () => {
    expect(await read("days=7")).toEqual({ status: 200, answer: { days: 7 } });
    expect(await read("days=43")).toMatchObject({
      status: 422,
      answer: { error: { field: "days", message: "Too many days." } },
    });
    expect((await read("days=7&x=1")).status).toBe(422);
    expect((await read("")).status).toBe(422);
    expect((await read("days=%ff")).status).toBe(422);
  });
});
