import { describe, expect, test } from "vitest";
import { z } from "zod";
import { linkMutation, orViewerForm } from "#lib/http/forms.ts";
import { demandOwnForm, readForm } from "#lib/http/request.ts";
import { Refusal } from "#lib/refusal.ts";

// Nothing here asks the database; the settings want to know where it would be.
process.env.DATABASE_URL = "postgres://nobody@127.0.0.1:9/nowhere";

const ours = "http://localhost:3000";
const urlencoded = "application/x-www-form-urlencoded";

function formed(body: string, headers: Record<string, string> = {}): Request {
  const all = { "content-type": urlencoded, ...headers };
  return new Request(`${ours}/api/x?t=abc`, { method: "POST", body, headers: all });
}

describe("a form that goes without scripts", () => {
  test.each([
    ["null", "same-origin"],
    [ours, "same-origin"],
    [ours, undefined],
  ])("is ours with the Origin %j when the browser says %j", (origin, site) => {
    expect(() =>
      demandOwnForm(formed("", { origin, ...(site && { "sec-fetch-site": site }) })),
    ).not.toThrow();
  });

  test.each([
    ["null", undefined],
    ["null", "cross-site"],
    ["null", "same-site"],
    ["null", "none"],
    ["https://evil.example", "same-origin"],
    ["https://evil.example", "cross-site"],
    [ours, "cross-site"],
    [undefined, "same-origin"],
  ])("is not with the Origin %j when the browser says %j", (origin, site) => {
    const request = formed("", { ...(origin && { origin }), ...(site && { "sec-fetch-site": site }) });
    expect(() => demandOwnForm(request)).toThrow(Refusal);
  });

  test("is read field by field, and of two with one name the last counts", async () => {
    expect(await readForm(formed("a=off&a=on&b=x+y&c"))).toEqual({ a: "on", b: "x y", c: "" });
    const type = "multipart/form-data; boundary=b";
    const parts = '--b\r\nContent-Disposition: form-data; name="a"\r\n\r\non\r\n--b--\r\n';
    expect(await readForm(formed(parts, { "content-type": type }))).toEqual({ a: "on" });
  });

  test.each([
    [urlencoded, `a=${"x".repeat(32_768)}`],
    ["multipart/form-data", "a=on"],
    ["multipart/form-data; boundary=b", "--c"],
    ["application/json", "{}"],
    ["application/x-www-form-urlencodedx", "a=on"],
  ])("cannot be read as %s from what is none or too much", async (type, body) => {
    await expect(readForm(formed(body, { "content-type": type }))).rejects.toMatchObject({ status: 422 });
  });
});

describe("a write that its own address allows", () => {
  const schema = z.object({ a: z.literal("on") });

  test("has what stands in it, wherever it comes from", async () => {
    const write = linkMutation(schema, async ({ token, input }) => ({ token, input }));
    const answer = await write(formed("a=on", { origin: "https://mail.example" }), {});
    expect([answer.status, await answer.json()]).toEqual([200, { token: "abc", input: { a: "on" } }]);
    expect(answer.headers.get("cache-control")).toBe("private, no-store");
  });

  test("says no to other fields, and to JSON", async () => {
    const write = linkMutation(schema, async () => ({}));
    expect((await write(formed("a=off"), {})).status).toBe(422);
    expect((await write(formed("{}", { "content-type": "application/json" }), {})).status).toBe(422);
  });
});

describe("a page's form beside what its scripts send", () => {
  const pages = { client: "/account", coach: "/coach/account" };
  const asked: string[] = [];
  const route = orViewerForm(
    async () => new Response("by script"),
    z.object({}),
    pages,
    async () => asked.push("by form"),
  );

  test("leaves alone what is no form", async () => {
    const json = formed("{}", { "content-type": "application/json" });
    expect(await (await route(json, {})).text()).toBe("by script");
  });

  test("does nothing for another site, and shows our page", async () => {
    const answer = await route(formed("", { origin: "null", "sec-fetch-site": "cross-site" }), {});
    expect([answer.status, answer.headers.get("location")]).toEqual([303, "/account?problem"]);
    expect(asked).toEqual([]);
  });
});
