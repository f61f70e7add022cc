import { isLetterKind, type LetterKind } from "#lib/mail/letters.ts";

const words: Record<LetterKind, string> = {
  sign_in: "A way to sign in",
  hold_to_confirm: "A time to confirm",
  coach_invited: "Invitation to coach here",
  calendar_unread: "A calendar cannot be read",
  mail_bounced: "Mail to a client comes back",
  booking_requested: "Session asked for",
  booking_confirmed: "Session confirmed",
  booking_declined: "Session declined",
  booking_moved: "Session moved",
  booking_cancelled: "Session cancelled",
  times_proposed: "Other times offered",
  arc_requested: "Day of guidance asked for",
  arc_confirmed: "Day of guidance confirmed",
  arc_declined: "Day of guidance declined",
  arc_moved: "Day of guidance moved",
  arc_cancelled: "Day of guidance cancelled",
  request_unanswered: "Request unanswered",
  meeting_tomorrow: "Reminder ahead of a session",
  meeting_soon: "Reminder just before a session",
  reflection_open: "Questions before a session",
  reflection_reminder: "Questions once more",
  check_in_open: "Check in",
  check_in_reminder: "Check in once more",
  lesson_suggested: "Something to read",
  summary_sent: "Summary of a session",
  coach_booked: "Booked by a client",
  coach_requested: "Asked for by a client",
  coach_moved: "Moved by a client",
  coach_cancelled: "Cancelled by a client",
  coach_unanswered: "Request that you did not answer",
  reflection_received: "Shared by a client",
  please_look: "Something to look at",
  coach_day: "Overview of the day",
};

/** What a letter is, for a coach to read. A kind that the portal no longer sends is a letter all the same. */
export function kindWords(kind: string): string {
  return isLetterKind(kind) ? words[kind] : "A letter";
}
