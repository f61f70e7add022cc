import { AsyncLocalStorage } from "node:async_hooks";

type Seen = { isAway: boolean };

// The server and Next's bundles each have their own copy of this module; what they share lies on globalThis.
const kept = globalThis as unknown as { attuneAway?: AsyncLocalStorage<Seen> };
kept.attuneAway ??= new AsyncLocalStorage<Seen>();
const requests = kept.attuneAway;

/** Runs a request so that it can be asked afterwards whether the database was away for it. */
export function watchForAway<T>(run: (wasAway: () => boolean) => T): T {
  const seen: Seen = { isAway: false };
  return requests.run(seen, () => run(() => seen.isAway));
}

/** Marks the request that this runs in, if it runs in one. */
export function noteAway(): void {
  const seen = requests.getStore();
  if (seen) seen.isAway = true;
}
