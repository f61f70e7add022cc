import { z } from "zod";

/** `POST /api/coach/journeys/[id]/archive` */
export const archiveInput = z.strictObject({ archived: z.boolean() });
