import { onTheDay } from "./on-the-day.ts";
import { onTheRecord } from "./on-the-record.ts";
import { onTheWork } from "./on-the-work.ts";
import type { ShippedText } from "./text.ts";

/** The texts that come with the portal. Drafts, until the owner of the practice had them looked at. */
export const shippedTexts: readonly ShippedText[] = [...onTheWork, ...onTheDay, ...onTheRecord];
