import { z } from "zod";

/** `POST /api/calendar-feed`. Without `renew`, an address that is there already stays. */
export const calendarFeedInput = z.strictObject({
  renew: z.boolean("Please say whether the address should be a new one."),
});
export type CalendarFeedInput = z.output<typeof calendarFeedInput>;
