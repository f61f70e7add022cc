import type { OpenSlotsInput } from "#lib/scheduling/slots.ts";

export function W1(): OpenSlotsInput;
export function W2(): OpenSlotsInput;
export function numericClock(timeZone: string): Intl.DateTimeFormat;
