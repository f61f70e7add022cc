import { DrizzleQueryError } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { DatabaseAway, describeDatabaseError, QueryFailed } from "#db/errors.ts";
import { Refusal } from "#lib/refusal.ts";

const words = "what somebody wrote";

function driverError(code: string, more: object = {}): Error {
  return Object.assign(new Error(`failed near ${words}`), { name: "PostgresError", code, ...more });
}

const wrapped = (cause: Error) => new DrizzleQueryError(`insert into x values ('${words}')`, [words], cause);

describe("an error of the database", () => {
  test("keeps its code and its constraint, and nothing that anybody wrote", () => {
    const told = describeDatabaseError(
      wrapped(driverError("23505", { constraint_name: "users_email", detail: `Key (email)=(${words})` })),
    );
    expect(told).toBeInstanceOf(QueryFailed);
    expect(told).toMatchObject({ code: "23505", constraint: "users_email" });
    const all = [told, (told as Error).message, (told as Error).stack, JSON.stringify(told)];
    expect(all.map(String).join()).not.toContain(words);
    expect((told as Error).cause).toBeUndefined();
  });

  test.each([
    "08006",
    "57P01",
    "57014",
    "53300",
    "25P03",
    "CONNECTION_CLOSED",
    "CONNECT_TIMEOUT",
    "ECONNREFUSED",
  ])("%s says that the database is away", (code) => {
    expect(describeDatabaseError(driverError(code))).toBeInstanceOf(DatabaseAway);
    expect(describeDatabaseError(wrapped(driverError(code)))).toMatchObject({ name: "DatabaseAway", code });
  });

  test("of an unknown kind is told without its words as well", () => {
    const told = describeDatabaseError(wrapped(new Error(words)));
    expect(told).toMatchObject({ name: "QueryFailed", code: "unknown" });
    expect(String(told)).not.toContain(words);
  });
});

describe("any other error", () => {
  test.each([new Refusal("No."), new TypeError("a bug"), "a word", undefined])(
    "goes on as it is: %s",
    (error) => {
      expect(describeDatabaseError(error)).toBe(error);
    },
  );
});
