import type { Metadata } from "next";
import { YourCalendar } from "#app/calendar/your-calendar.tsx";
import { requireCoach } from "#lib/auth/viewer.ts";
import { findCalendarAddress } from "#lib/calendar/feed/queries.ts";

export const metadata: Metadata = { title: "Your calendar" };

export default async function BookInCalendar() {
  const coach = await requireCoach();
  const feed = await findCalendarAddress(coach);
  return (
    <YourCalendar
      title="Keep your book in your calendar"
      address={feed?.address}
      shows={[
        "When you meet somebody, and the word “Meeting”. Neither who comes nor what kind of session it is.",
        "A time that somebody has asked for shows as tentative until you have answered.",
      ]}
      soonest="Your pages here always show how it stands."
    />
  );
}
