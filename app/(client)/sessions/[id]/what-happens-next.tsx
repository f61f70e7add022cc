import { AskedNow } from "#app/(client)/sessions/asked/open-asked.tsx";
import { Steps } from "#app/ui/steps.tsx";
import type { FoundBooking } from "#lib/bookings/queries.ts";
import type { OpenNow } from "#lib/reflections/asked/open-now.ts";
import { clockWords } from "#lib/time/words.ts";

/** What comes before the meeting and after it. For a guidance day the two of you agree on that. */
export function WhatHappensNext({
  booking,
  open,
  hasRoom,
  zone,
  now,
}: {
  booking: FoundBooking;
  /** What can be answered before it. */
  open: OpenNow[];
  hasRoom: boolean;
  zone: string;
  now: number;
}) {
  const asked = open.map((one) => ({
    title: one.about.kind === "session" ? "A few questions, if you would like" : "The same once more, today",
    text: <AskedNow open={one} zone={zone} now={now} look={one.share ? "quiet" : "plain"} />,
  }));
  const meet = {
    title: "How you meet",
    text: hasRoom
      ? "By video. The way in stands on this page from an hour before."
      : booking.place || `${booking.coachName} tells you in time how and where you meet.`,
  };
  const room = {
    title: "A place where you can speak freely",
    text: "A door that closes, headphones, something to drink. A parked car is fine too.",
  };
  const after = {
    title: "A little room afterwards",
    text: `If you can, keep half an hour free after ${clockWords(booking.during.end, zone)}.`,
  };
  return (
    <section aria-labelledby="next">
      <h2 id="next">What happens next</h2>
      <p className="quiet measure mb-5">Only what helps you. The meeting goes ahead either way.</p>
      <Steps steps={[...asked, ...(booking.kind === "guidance" ? [meet] : [meet, room, after])]} />
    </section>
  );
}

/** The same for what is asked for and not answered yet. */
export function WhatHappensAfterAsking({
  booking,
  hasOffers,
  mustAgree,
}: {
  booking: Pick<FoundBooking, "coachName" | "kind">;
  /** Whether other times are offered, so that the next word is the client's. */
  hasOffers: boolean;
  /** Whether their own yes to it is still to come. */
  mustAgree: boolean;
}) {
  return (
    <section aria-labelledby="next">
      <h2 id="next">What happens next</h2>
      <Steps steps={hasOffers ? stepsOfTaking(booking) : stepsOfWaiting(booking, mustAgree)} />
    </section>
  );
}

function stepsOfWaiting({ coachName }: { coachName: string }, mustAgree: boolean) {
  const agree = {
    title: "You say whether it suits you",
    text: `With a yes from each of you, ${coachName} can answer. You can also choose another time, or leave it.`,
  };
  return [
    ...(mustAgree ? [agree] : []),
    {
      title: `${coachName} answers`,
      text: "You get a note by mail. It may be a yes, or other times to choose from.",
    },
    {
      title: "Then the time is set",
      text: "The note about it brings an entry for your calendar. Until then nothing is fixed.",
    },
  ];
}

export function stepsOfTaking({ kind, coachName }: { kind: string; coachName: string }) {
  const taking =
    kind === "couple"
      ? `Taking a time is your yes. Your partner is asked too, and then ${coachName} confirms it.`
      : "Taking a time sets it at once. A note by mail brings the entry for your calendar.";
  return [
    { title: "You take one, or none", text: taking },
    {
      title: "If none of them suits you",
      text: `Choose another time below, and ${coachName} is asked again. Or leave it; no reason is needed.`,
    },
  ];
}
