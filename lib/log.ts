import { pino } from "pino";
import { settings } from "#lib/running/settings.ts";

/** All that a log line may carry besides its event. Ids, codes and counts; never a word or an address of anybody. */
type Fields = {
  messageId?: string;
  kind?: string;
  outcome?: string;
  status?: number | undefined;
  code?: string | undefined;
  constraint?: string | undefined;
  errorName?: string;
  at?: string | undefined;
  attempts?: number;
  inSeconds?: number;
  count?: number;
  ms?: number;
  queue?: string;
  requestId?: string;
  route?: string;
  method?: string;
};

const allowed = [
  "messageId",
  "kind",
  "outcome",
  "status",
  "code",
  "constraint",
  "errorName",
  "at",
  "attempts",
  "inSeconds",
  "count",
  "ms",
  "queue",
  "requestId",
  "route",
  "method",
] as const satisfies (keyof Fields)[];

let kept: ReturnType<typeof pino> | undefined;
const logger = () => {
  kept ??= pino({ level: settings().logLevel, base: null });
  return kept;
};

/** `event` is a fixed sentence from our code, never put together from what came in. */
export const log = {
  info: (event: string, fields: Fields = {}) => logger().info(only(fields), event),
  warn: (event: string, fields: Fields = {}) => logger().warn(only(fields), event),
  error: (event: string, fields: Fields = {}) => logger().error(only(fields), event),
};

/** What of an error may be logged: its class, its code, the constraint and where it was thrown. Messages may quote people. */
export function errorFields(error: unknown): Fields {
  if (!(error instanceof Error)) return { errorName: typeof error };
  const { code, constraint, constraint_name } = error as Error &
    Record<"code" | "constraint" | "constraint_name", unknown>;
  return {
    errorName: error.name,
    code: asText(code),
    constraint: asText(constraint ?? constraint_name),
    at: thrownAt(error),
  };
}

// Types are gone at run time, so what slipped past them is dropped here.
function only(fields: Fields): Fields {
  return Object.fromEntries(
    allowed.flatMap((name) => (fields[name] === undefined ? [] : [[name, fields[name]]])),
  );
}

function thrownAt(error: Error): string | undefined {
  const frames = error.stack?.split("\n").filter((line) => /^\s+at /.test(line)) ?? [];
  return (
    frames
      .slice(0, 3)
      .map((frame) => frame.trim())
      .join(" < ") || undefined
  );
}

const asText = (value: unknown) =>
  typeof value === "string" && /^[\w.-]{1,64}$/.test(value) ? value : undefined;
