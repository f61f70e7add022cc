import type { OpenSlotsInput } from "#lib/scheduling/slots.ts";

type Prepared = object;

export function prepare(input: OpenSlotsInput): Prepared;
export function floor(prepared: Prepared): number[];
