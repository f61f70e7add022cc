import type { Metadata } from "next";
import { YourCalendar } from "#app/calendar/your-calendar.tsx";
import { requireClient } from "#lib/auth/viewer.ts";
import { findCalendarAddress } from "#lib/calendar/feed/queries.ts";

export const metadata: Metadata = { title: "Your calendar" };

export default async function SessionsInCalendar() {
  const client = await requireClient();
  const feed = await findCalendarAddress(client);
  return (
    <YourCalendar
      title="Keep your sessions in your calendar"
      address={feed?.address}
      shows={[
        "When you meet, and words like “Meeting with S.” What kind of session it is does not stand there.",
        "A time that you have asked for shows as tentative until it is certain.",
      ]}
      soonest="The mail about a change comes at once, and your sessions here always show how it stands."
    />
  );
}
