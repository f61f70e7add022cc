import { namesOf } from "#app/ui/when.tsx";

type Entry = { attendees: { name: string }[]; heldName?: string | null | undefined };

/** "Mara", "Jonas and Ute"; for a time that is only held, what the visitor wants to be called. */
export function whoComes({ attendees, heldName }: Entry): string {
  return namesOf(attendees) || heldName || "A visitor";
}

/** The zones of those who come, each once. A visitor's is the one they chose the time in. */
export function theirZones({
  attendees,
  bookedZone,
}: {
  attendees: { zone: string }[];
  bookedZone: string;
}): string[] {
  return attendees.length === 0 ? [bookedZone] : [...new Set(attendees.map(({ zone }) => zone))];
}
