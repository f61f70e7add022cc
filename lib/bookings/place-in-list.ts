/** Where in a list by time a page ends: after the session that begins then, in epoch milliseconds, and has this id. */
export type Place = { start: number; id: string };

const written = /^(\d{1,13})_([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/;

/** As it stands in an address. */
export function writePlace({ start, id }: Place): string {
  return `${start}_${id}`;
}

/** What an address says of a place, if it says one. */
export function readPlace(text: unknown): Place | undefined {
  const [, start, id] = (typeof text === "string" && written.exec(text)) || [];
  return id ? { start: Number(start), id } : undefined;
}
