import type { Lane } from "./lanes.ts";

/** What a person would call mail of one sort; most of them they can switch off. */
export type LetterClass = keyof typeof classes;
export type SwitchableClass = Exclude<LetterClass, "account" | "booking">;

/** In quiet hours, and in the days round guidance: whether mail goes all the same, or waits until they end. */
type Manners = { lane: Lane; inQuietHours: "goes" | "waits"; inStillness: "goes" | "waits" };

const classes = {
  /** Signing in, invitations, what concerns the account. */
  account: { lane: "booking", inQuietHours: "goes", inStillness: "goes" },
  /** To clients: booked, asked for, moved, cancelled. */
  booking: { lane: "booking", inQuietHours: "goes", inStillness: "goes" },
  /** The hour of a reminder is chosen with quiet hours in mind, before it is planned. */
  reminders: { lane: "reminder", inQuietHours: "goes", inStillness: "goes" },
  /** Questions before a meeting. */
  questions: { lane: "reminder", inQuietHours: "waits", inStillness: "waits" },
  checkIns: { lane: "reminder", inQuietHours: "waits", inStillness: "waits" },
  /** Summaries and lessons. */
  lessons: { lane: "reminder", inQuietHours: "waits", inStillness: "waits" },
  /** To coaches: what happens in their book. */
  desk: { lane: "booking", inQuietHours: "waits", inStillness: "goes" },
  /** To coaches: the day ahead. */
  overview: { lane: "overview", inQuietHours: "goes", inStillness: "goes" },
} as const satisfies Record<string, Manners>;

type Letter = { class: LetterClass; lane?: Lane };

/** Every letter that the portal sends. */
const letters = {
  sign_in: { class: "account", lane: "sign-in" },
  hold_to_confirm: { class: "account", lane: "sign-in" },
  coach_invited: { class: "account" },
  calendar_unread: { class: "account" },
  mail_bounced: { class: "account" },

  booking_requested: { class: "booking" },
  booking_confirmed: { class: "booking" },
  booking_declined: { class: "booking" },
  booking_moved: { class: "booking" },
  booking_cancelled: { class: "booking" },
  times_proposed: { class: "booking" },
  arc_requested: { class: "booking" },
  arc_confirmed: { class: "booking" },
  arc_declined: { class: "booking" },
  arc_moved: { class: "booking" },
  arc_cancelled: { class: "booking" },
  request_unanswered: { class: "booking" },

  meeting_tomorrow: { class: "reminders" },
  meeting_soon: { class: "reminders" },

  reflection_open: { class: "questions" },
  reflection_reminder: { class: "questions" },
  check_in_open: { class: "checkIns" },
  check_in_reminder: { class: "checkIns" },

  lesson_suggested: { class: "lessons" },
  summary_sent: { class: "lessons" },

  coach_booked: { class: "desk" },
  coach_requested: { class: "desk" },
  coach_moved: { class: "desk" },
  coach_cancelled: { class: "desk" },
  coach_unanswered: { class: "desk" },
  reflection_received: { class: "desk" },
  please_look: { class: "desk" },
  coach_day: { class: "overview" },
} as const satisfies Record<string, Letter>;

export type LetterKind = keyof typeof letters;

export const letterKinds = Object.keys(letters) as LetterKind[];

export function isLetterKind(kind: string): kind is LetterKind {
  return kind in letters;
}

export function classOf(kind: LetterKind): LetterClass {
  return letters[kind].class;
}

export function laneOf(kind: LetterKind): Lane {
  const letter: Letter = letters[kind];
  return letter.lane ?? classes[letter.class].lane;
}

export function mannersOf(of: LetterClass): Manners {
  return classes[of];
}

/** Mail about the account and about bookings always comes. */
export function isSwitchable(of: LetterClass): of is SwitchableClass {
  return of !== "account" && of !== "booking";
}
