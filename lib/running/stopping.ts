type Stop = () => Promise<void> | void;

// Next bundles a module into several places; what is to be stopped must be one list for the process.
const kept = globalThis as unknown as { attuneStops?: Set<Stop> };

/** What the server process runs beside its pages (the worker, the pool) says here how it ends. Last come, first stopped. */
export function onStop(stop: Stop): void {
  kept.attuneStops ??= new Set();
  kept.attuneStops.add(stop);
}

export async function stopParts(): Promise<void> {
  const stops = [...(kept.attuneStops ?? [])].reverse();
  kept.attuneStops?.clear();
  for (const stop of stops)
    await Promise.resolve(stop()).catch((error: Error) => console.error(error.message));
}
