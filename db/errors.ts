import { noteAway } from "./away.ts";

/** The database cannot be reached, or not in time. `lib` turns it into 503, never into "signed out". */
export class DatabaseAway extends Error {
  override readonly name = "DatabaseAway";
  // What is left of an error in the browser; the error page knows it by this.
  readonly digest = "AWAY";
  readonly code: string;
  constructor(code: string) {
    super(`The database is away (${code})`);
    this.code = code;
    noteAway();
  }
}

/** A query that failed, without its parameters or its rows: those may be somebody's words. */
export class QueryFailed extends Error {
  override readonly name = "QueryFailed";
  readonly code: string;
  readonly constraint: string | undefined;
  constructor(code: string, constraint: string | undefined) {
    super(`A query failed (${code}${constraint ? `, ${constraint}` : ""})`);
    this.code = code;
    this.constraint = constraint;
  }
}

const away =
  /^(08|57P0|53[34]00|3D000|55P03|CONNECTION|CONNECT_TIMEOUT|ECONN|ENOTFOUND|EPIPE|ETIMEDOUT|EHOSTUNREACH|DEADLINE|57014|25P03)/;

/** Drizzle's and the driver's errors carry parameters in clear; only the code and the constraint go on. */
export function describeDatabaseError(error: unknown): unknown {
  const source = causeWithCode(error);
  if (!source) return error;
  if (away.test(source.code)) return new DatabaseAway(source.code);
  return new QueryFailed(source.code, source.constraint_name);
}

function causeWithCode(error: unknown): { code: string; constraint_name?: string } | undefined {
  if (!(error instanceof Error)) return undefined;
  const carries = error as Error & {
    code?: unknown;
    constraint_name?: string;
    query?: unknown;
    field?: unknown;
  };
  const fromDriver =
    error.name === "PostgresError" ||
    error.message === "deadline" ||
    /^(CONN|ECONN|E[A-Z]+$)/.test(String(carries.code));
  if (fromDriver && typeof carries.code === "string")
    return carries as { code: string; constraint_name?: string };
  if (error.name === "DrizzleQueryError" || error.message.startsWith("Failed query"))
    return causeWithCode(error.cause) ?? { code: "unknown" };
  return undefined;
}
