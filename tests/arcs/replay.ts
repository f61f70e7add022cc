export type Line = { action: string; meta: Record<string, unknown> };
/** A booking as far as the log tells: how it stands, and when it begins, epoch ms. */
export type Told = { status: string; start: number | undefined };

/** From which standings each act is possible; what it leaves it at. */
const acts: Record<string, { from: (string | undefined)[]; to?: string }> = {
  "booking.held": { from: [undefined], to: "held" },
  "booking.requested": { from: [undefined, "confirmed"], to: "requested" },
  "booking.confirmed": { from: [undefined, "held", "requested"], to: "confirmed" },
  "booking.declined": { from: ["requested"], to: "declined" },
  "booking.cancelled": { from: ["requested", "confirmed", "completed", "no_show"], to: "cancelled" },
  "booking.expired": { from: ["held", "requested"], to: "expired" },
  "booking.completed": { from: ["confirmed", "completed", "no_show"], to: "completed" },
  "booking.no_show": { from: ["confirmed", "completed", "no_show"], to: "no_show" },
  "booking.unmarked": { from: ["completed", "no_show"], to: "confirmed" },
  "booking.moved": { from: ["requested", "confirmed"] },
};

/** How a booking stands after all that was written down of it. Throws where that cannot have happened. */
export function replay(log: readonly Line[]): Told | undefined {
  let told: Told | undefined;
  for (const { action, meta } of log) {
    const act = acts[action];
    if (!act) throw new Error(`The log knows ${action}, and we do not`);
    if (!act.from.includes(told?.status)) throw new Error(`${action} after ${told?.status ?? "nothing"}`);
    if (action === "booking.moved" && meta.from !== told?.start)
      throw new Error("It was moved from where it was not");
    const start = typeof meta.start === "number" ? meta.start : told?.start;
    told = { status: act.to ?? told?.status ?? "", start };
  }
  return told;
}
