import type { ComponentProps } from "react";
import { Badge } from "#app/ui/badge.tsx";
import type { ToAnswer } from "#lib/bookings/request-queries.ts";
import { type Standing, standingOf } from "#lib/bookings/standing.ts";

const words: Record<Standing, [ComponentProps<typeof Badge>["kind"], string]> = {
  held: ["held", "Held for you"],
  asked: ["asked", "Asked for, not confirmed yet"],
  ahead: ["firm", "Confirmed"],
  now: ["firm", "It is now"],
  over: ["done", "Done"],
  missed: ["off", "Did not take place"],
  cancelled: ["off", "Cancelled"],
  declined: ["off", "Did not work out"],
  expired: ["off", "No longer held"],
};

const answers: Record<ToAnswer, string> = {
  offers: "Other times are offered",
  agreement: "Does it suit you?",
};

type Booked = Parameters<typeof standingOf>[0];

/** How a meeting stands, in words that a client reads; first of all what they are asked. */
export function StandingBadge({
  booking,
  now,
  toAnswer,
}: {
  booking: Booked;
  now: number;
  toAnswer?: ToAnswer | undefined;
}) {
  const [kind, text] = words[standingOf(booking, now)];
  return <Badge kind={toAnswer ? "held" : kind}>{toAnswer ? answers[toAnswer] : text}</Badge>;
}
