import { z } from "zod";

/** `POST /api/coach/search`: never in an address, since it is somebody's name. */
export const searchInput = z.strictObject({
  words: z
    .string()
    .max(120)
    .regex(/^[^\p{Cs}\0]*$/u),
});
