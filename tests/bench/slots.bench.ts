import { openSlots } from "#lib/scheduling/slots.ts";
import type { Figure } from "#tests/bench/figure.ts";
import { floor, prepare } from "#tests/bench/floor.mjs";
import { medianTimes } from "#tests/bench/median-times.ts";
import { W1, W2 } from "#tests/bench/workloads.mjs";

const LIMIT = 4; // times the floor

/** How long the engine takes beside the fastest way we know, and how often it asks Intl for what it knows. */
export async function* run(): AsyncIterable<Figure> {
  yield beside("W1, 60 days", W1());
  yield beside("W2, a year", W2());
  yield secondCall();
}

function beside(name: string, input: Parameters<typeof openSlots>[0]): Figure {
  const prepared = prepare(input);
  if (openSlots(input).join() !== floor(prepared).join())
    throw new Error(`${name}: not the starts of the floor`);
  const [ours, least] = medianTimes(
    () => openSlots(input),
    () => floor(prepared),
  );
  const ratio = ours / least;
  return { case: name, ours, floor: least, unit: "µs", ratio, limit: LIMIT, ok: ratio <= LIMIT };
}

function secondCall(): Figure {
  const input = { ...W1(), timeZone: "Pacific/Easter" };
  if (looksAtIntl(() => openSlots(input)) === 0)
    throw new Error("A first call has to look, or we count nothing");
  const ours = looksAtIntl(() => openSlots(structuredClone(input)));
  return {
    case: "looks at Intl, second call",
    ours,
    floor: 0,
    unit: "looks",
    ratio: null,
    limit: 0,
    ok: ours === 0,
  };
}

function looksAtIntl(work: () => unknown): number {
  const prototype = Intl.DateTimeFormat.prototype;
  const format = Object.getOwnPropertyDescriptor(prototype, "format") ?? {};
  let looks = 0;
  Object.defineProperty(prototype, "format", {
    ...format,
    get() {
      looks++;
      return format.get?.call(this);
    },
  });
  work();
  Object.defineProperty(prototype, "format", format);
  return looks;
}
