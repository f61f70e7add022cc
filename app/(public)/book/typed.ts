/** A name and an address, kept in this tab until a time is booked, so that going back loses nothing. */
export type Typed = { name: string; email: string };

const place = "attune-typed";

export function recallTyped(before: Typed): Typed {
  try {
    const kept = JSON.parse(sessionStorage.getItem(place) ?? "{}") as Partial<Typed>;
    return { name: before.name || kept.name || "", email: before.email || kept.email || "" };
  } catch {
    return before;
  }
}

export function rememberTyped(typed: Typed): void {
  try {
    sessionStorage.setItem(place, JSON.stringify(typed));
  } catch {
    // A browser that keeps nothing still books.
  }
}

export function forgetTyped(): void {
  try {
    sessionStorage.removeItem(place);
  } catch {
    // Nothing was kept.
  }
}
