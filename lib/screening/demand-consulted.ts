import { Refusal } from "#lib/refusal.ts";
import { dateIn } from "#lib/time/words.ts";
import type { Consulted } from "./input.ts";

// Somewhere on earth it is tomorrow already.
const ahead = 14 * 3_600_000;

/** A doctor’s view is there once somebody was asked: who, and on which day. */
export function demandConsulted(consulted: Consulted | undefined, now: number): Consulted {
  if (!consulted)
    throw new Refusal("Please say which doctor, prescriber or pharmacist was asked, and when.", {
      code: "not_consulted",
      field: "consulted.who",
    });
  if (consulted.on > dateIn(now + ahead, "UTC"))
    throw new Refusal("That day is still to come. Please choose the day on which you asked.", {
      code: "not_yet",
      field: "consulted.on",
    });
  return consulted;
}
