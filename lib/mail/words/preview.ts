import { type ComponentType, createElement } from "react";
import ArcCancelled from "#emails/arc-cancelled.tsx";
import ArcConfirmed from "#emails/arc-confirmed.tsx";
import ArcDeclined from "#emails/arc-declined.tsx";
import ArcMoved from "#emails/arc-moved.tsx";
import ArcRequested from "#emails/arc-requested.tsx";
import BookingCancelled from "#emails/booking-cancelled.tsx";
import BookingConfirmed from "#emails/booking-confirmed.tsx";
import BookingDeclined from "#emails/booking-declined.tsx";
import BookingMoved from "#emails/booking-moved.tsx";
import BookingRequested from "#emails/booking-requested.tsx";
import CheckInOpen from "#emails/check-in-open.tsx";
import CheckInReminder from "#emails/check-in-reminder.tsx";
import LessonSuggested from "#emails/lesson-suggested.tsx";
import type { Sheet } from "#emails/letter.tsx";
import MeetingSoon from "#emails/meeting-soon.tsx";
import MeetingTomorrow from "#emails/meeting-tomorrow.tsx";
import type { Passage } from "#emails/own-words.tsx";
import ReflectionOpen from "#emails/reflection-open.tsx";
import ReflectionReminder from "#emails/reflection-reminder.tsx";
import TimesProposed from "#emails/times-proposed.tsx";
import { written } from "#emails/written.ts";
import type { PreviewLetterInput } from "#lib/mail/words/input.ts";
import { passageIn } from "#lib/mail/words/passage.ts";
import { type SpokenKind, spoken } from "#lib/mail/words/spoken.ts";
import { settings } from "#lib/running/settings.ts";

type Sample = {
  with: string;
  sessionUrl: string;
  bookUrl?: string;
  lessonUrl?: string;
  pageUrl?: string;
  passage: Passage;
  sheet: Sheet;
};

const letters = {
  booking_confirmed: sampleOf(BookingConfirmed),
  arc_confirmed: sampleOf(ArcConfirmed),
  arc_requested: sampleOf(ArcRequested),
  arc_moved: sampleOf(ArcMoved),
  arc_cancelled: sampleOf(ArcCancelled),
  arc_declined: sampleOf(ArcDeclined),
  booking_requested: sampleOf(BookingRequested),
  times_proposed: sampleOf(TimesProposed),
  booking_declined: sampleOf(BookingDeclined),
  booking_moved: sampleOf(BookingMoved),
  booking_cancelled: sampleOf(BookingCancelled),
  meeting_tomorrow: sampleOf(MeetingTomorrow),
  meeting_soon: sampleOf(MeetingSoon),
  reflection_open: sampleOf(ReflectionOpen),
  reflection_reminder: sampleOf(ReflectionReminder),
  check_in_open: sampleOf(CheckInOpen),
  check_in_reminder: sampleOf(CheckInReminder),
  lesson_suggested: sampleOf(LessonSuggested),
} satisfies Record<SpokenKind, unknown>;

/** The letter as a client of this coach would get it with these words, about a made-up meeting. */
export async function previewLetter({ kind, words, look }: PreviewLetterInput, coachName: string) {
  const { appUrl: portalUrl } = settings();
  const isShipped = words === spoken[kind].shipped;
  const { html, text } = await written(
    letters[kind]({
      with: coachName,
      sessionUrl: `${portalUrl}/sessions`,
      bookUrl: `${portalUrl}/book`,
      lessonUrl: `${portalUrl}/lessons`,
      pageUrl: `${portalUrl}/sessions`,
      passage: passageIn(kind, { coachName, ownWords: isShipped ? null : { [kind]: words } }),
      sheet: { portalUrl, choicesUrl: `${portalUrl}/account` },
    }),
  );
  return look === "text" ? { type: "text/plain", body: text } : { type: "text/html", body: lit(html, look) };
}

/** As if the reader's device were in daylight or in the dark, whichever the coach's own is in. */
function lit(html: string, look: "light" | "dark"): string {
  return html
    .replace("@media (prefers-color-scheme:dark)", look === "dark" ? "@media all" : "@media not all")
    .replace(":root{color-scheme:light dark", `:root{color-scheme:${look}`);
}

function sampleOf<Props extends object>(Component: ComponentType<Props> & { PreviewProps: Props }) {
  return (sample: Sample) => createElement(Component, { ...Component.PreviewProps, ...sample });
}
