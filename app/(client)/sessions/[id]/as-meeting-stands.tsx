import { StandingBadge } from "#app/(client)/sessions/standing-badge.tsx";
import { Actions, ButtonAnchor } from "#app/ui/button.tsx";
import type { FoundBooking } from "#lib/bookings/queries.ts";
import { joinOpens, mayStillChange } from "#lib/bookings/rules.ts";
import { standingOf } from "#lib/bookings/standing.ts";
import { type Answer, AskedMeeting } from "./asked-meeting.tsx";
import { roomWords } from "./meeting-lines.ts";
import { MeetingOff } from "./meeting-off.tsx";
import { RefreshAt } from "./refresh-at.tsx";

type AsMeetingStandsProps = {
  booking: FoundBooking;
  viewerId: string;
  answer: Answer;
  /** By video: whether there is a room, and the way in while it is open. */
  room: { isKnown: boolean; link: string | undefined };
  zone: string;
  now: number;
};

/** What can be done with a meeting now: joined, kept in a calendar, answered, or booked anew. */
export function AsMeetingStands(props: AsMeetingStandsProps) {
  const { booking, room, zone, now } = props;
  const standing = standingOf(booking, now);
  if (standing === "asked") return <AskedMeeting {...props} />;
  if (standing !== "ahead" && standing !== "now") return <MeetingOff {...props} />;
  const { start, end } = booking.during;
  return (
    <>
      <Actions>
        {room.link && (
          <ButtonAnchor look="act" href={room.link} target="_blank">
            Join by video
          </ButtonAnchor>
        )}
        <ButtonAnchor look={room.link ? "quiet" : "plain"} href={`/api/bookings/${booking.id}/calendar`}>
          Add to calendar
        </ButtonAnchor>
        {mayStillChange({ ...booking, start }, "client", now) && (
          <ButtonAnchor look="quiet" href="#change">
            Move or cancel
          </ButtonAnchor>
        )}
      </Actions>
      <p className="flex flex-wrap gap-x-3">
        <StandingBadge booking={booking} now={now} />
        {room.isKnown && <span className="small quiet">{roomWords(booking.during, zone, now)}</span>}
      </p>
      <RefreshAt times={[joinOpens(start), start, end]} now={now} />
    </>
  );
}
