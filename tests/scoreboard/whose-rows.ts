import type { Row } from "./rows-for.ts";

/** Somebody, and the others of whom they may know that they are there. */
export type Viewer = {
  id: string;
  knows: Set<string>;
  bookings: Set<string>;
  journeys: Set<string>;
  isCoach: boolean;
  isOwner: boolean;
};
type Rule = (row: Row, viewer: Viewer) => boolean;

const is =
  (column: string): Rule =>
  (row, { id }) =>
    row[column] === id;
const knows =
  (column: string): Rule =>
  (row, viewer) =>
    viewer.knows.has(String(row[column]));
const either =
  (...rules: Rule[]): Rule =>
  (row, viewer) =>
    rules.some((rule) => rule(row, viewer));
const both =
  (...rules: Rule[]): Rule =>
  (row, viewer) =>
    rules.every((rule) => rule(row, viewer));
const all: Rule = () => true;
const coaches: Rule = (_, { isCoach }) => isCoach;
const ownBooking =
  (column: string): Rule =>
  (row, { bookings }) =>
    bookings.has(String(row[column]));
const ownJourney =
  (column: string): Rule =>
  (row, { journeys }) =>
    journeys.has(String(row[column]));
const isPast =
  (column: string): Rule =>
  (row) =>
    Date.parse(String(row[column])) <= Date.now();

/** Which rows of each table somebody may get to see. A table that is not here may not be readable at all. */
export const mayRead: Record<string, Rule> = {
  // Of a practice everybody may know who its coaches are, what they offer, and when they are open.
  users: either(knows("id"), (row) => row.role !== "client"),
  coaches: all,
  session_types: all,
  weekly_hours: all,
  date_overrides: all,
  time_off: all,
  clients: knows("id"),
  journeys: ownJourney("id"),
  journey_members: ownJourney("journey_id"),
  // Not even that the other one of a couple has a session of their own.
  bookings: ownBooking("id"),
  booking_attendees: ownBooking("booking_id"),
  meeting_links: ownBooking("booking_id"),
  arcs: ownJourney("journey_id"),
  booking_reasons: is("coach_id"),
  session_balances: either(is("coach_id"), is("client_id")),
  busy_feeds: is("coach_id"),
  busy_times: is("coach_id"),
  calendar_feeds: is("user_id"),
  coach_invitations: (_, { isOwner }) => isOwner,
  mail_preferences: is("user_id"),
  letter_words: is("coach_id"),
  // When the sender last ran, and when Resend was last heard.
  worker_runs: all,
  webhook_events: all,
  // Lessons and questions are the practice's.
  courses: all,
  lessons: all,
  lesson_versions: all,
  lesson_drafts: coaches,
  reflection_templates: all,
  template_versions: all,
  lesson_progress: is("client_id"),
  lesson_suggestions: either(is("coach_id"), is("client_id")),
  reflections: is("author_id"),
  reflection_shares: either(
    is("author_id"),
    both(is("reader_id"), (row) => row.withdrawn_at === null, isPast("readable_from")),
  ),
  flags: is("coach_id"),
  // What a coach writes is the coach's alone, until they send it.
  ...{ private_notes: is("coach_id"), shared_summaries: is("coach_id"), written_revisions: is("coach_id") },
  note_templates: is("coach_id"),
  sent_summaries: either(
    is("coach_id"),
    both(is("client_id"), (row) => row.withdrawn_at === null),
  ),
  screenings: either(
    is("client_id"),
    both(is("coach_id"), (row) => row.shared_at !== null),
  ),
  screening_moves: is("coach_id"),
  consent_texts: all,
  consents: either(is("client_id"), is("coach_id")),
  consents_asked_again: is("coach_id"),
  safety_plans: either(is("client_id"), is("coach_id")),
  support_resources: all,
  // That a letter went to somebody: the owner for the whole practice, a coach for their clients.
  messages: either(knows("recipient_id"), (_, { isOwner }) => isOwner),
};

const owner: Rule = (_, { isOwner }) => isOwner;

/** Which rows somebody may change or take away, of what they may. */
export const mayChange: Record<string, Rule> = {
  ...{ users: is("id"), coaches: is("id"), coach_invitations: owner },
  ...{ session_types: is("coach_id"), weekly_hours: is("coach_id"), date_overrides: is("coach_id") },
  ...{ time_off: is("coach_id"), busy_feeds: is("coach_id"), session_balances: is("coach_id") },
  ...{ bookings: ownBooking("id"), booking_attendees: ownBooking("booking_id") },
  ...{ meeting_links: is("coach_id"), letter_words: is("coach_id"), flags: is("coach_id") },
  ...{ calendar_feeds: is("user_id"), mail_preferences: is("user_id"), lesson_progress: is("client_id") },
  ...{ courses: coaches, lessons: coaches, lesson_drafts: coaches, reflection_templates: coaches },
  ...{ private_notes: is("coach_id"), shared_summaries: is("coach_id"), sent_summaries: is("coach_id") },
  ...{ note_templates: is("coach_id"), screenings: either(is("client_id"), is("coach_id")) },
  ...{ consent_texts: owner, consents: is("client_id"), consents_asked_again: is("coach_id") },
  ...{ safety_plans: is("client_id"), support_resources: owner },
  ...{ journeys: is("coach_id"), clients: is("id") },
  lesson_suggestions: either(is("coach_id"), is("client_id")),
  reflections: is("author_id"),
  reflection_shares: either(is("author_id"), is("reader_id")),
};
