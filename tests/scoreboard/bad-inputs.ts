import fc from "fast-check";
import { methods, oddIds, queries, questions } from "./bad-addresses.ts";
import { bytes as badBytes, bodies } from "./bad-bytes.ts";
import { doors, keys, origins, types } from "./bad-headers.ts";
import { protocols } from "./no-http.ts";
import { oddHeaders, oddities } from "./odd-headers.ts";
import { type Draft, render } from "./wire.ts";

/** A request that must be refused; or, if it `isHarmless`, may be answered in any way but with an error of ours. */
export type BadInput = {
  what: string;
  bytes: Buffer;
  isHarmless: boolean;
  /** No proper request: the line may be cut without an answer. */
  isBroken: boolean;
  endsEarly: boolean;
};

/** Bad inputs for the route of this good request, each wrong in one way that matters and odd in some that do not. */
export function badInputs(good: Draft): fc.Arbitrary<BadInput> {
  const isRead = good.method === "GET";
  const everywhere = [methods(good), queries(good), doors, protocols(good)];
  const breaks = isRead
    ? [...everywhere, { weight: 3, arbitrary: questions(good) }, { weight: 2, arbitrary: oddities }]
    : [
        ...everywhere,
        { weight: 8, arbitrary: bodies(good) },
        origins(good),
        keys(good),
        types,
        badBytes(good),
      ];
  const ids = good.path.includes("[id]") ? [{ weight: 3, arbitrary: oddIds(good) }] : [];
  return fc.tuple(fc.oneof(...breaks, ...ids), oddHeaders).map(([broken, odd]) => {
    const { what, isHarmless = false, isBroken = false, endsEarly = false } = broken;
    const draft = { ...good, ...broken.draft };
    const headers = { ...good.headers, ...joinCookies(good, odd), ...broken.draft?.headers };
    const { bytes: own } = broken;
    const bytes = own === undefined ? render({ ...draft, headers }) : Buffer.from(own, "latin1");
    return { what, isHarmless, isBroken, endsEarly, bytes };
  });
}

function joinCookies({ headers: { cookie } }: Draft, odd: Draft["headers"]): Draft["headers"] {
  return odd.cookie && cookie ? { ...odd, cookie: `${cookie}; ${odd.cookie}` } : odd;
}
