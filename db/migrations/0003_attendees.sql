-- Whoever could name themselves an attendee of any booking would then see it, and get its letters.
create function my_journey_bookings() returns setof uuid language sql stable security definer set search_path = public, pg_temp
  as $$ select id from bookings where journey_id in (select my_journeys()) $$;
--> statement-breakpoint
alter policy attendees_own on booking_attendees
  with check ((booking_id in (select my_coached_bookings()) and client_id in (select my_clients()))
    or booking_id in (select my_journey_bookings()));
--> statement-breakpoint
-- A booking is with the coach of its journey: nobody writes into another coach's book, nor a coach into another's journey.
alter policy bookings_own on bookings
  with check ((coach_id = (select viewer()) or journey_id in (select my_journeys()))
    and (journey_id is null or exists (select from journeys j where j.id = journey_id and j.coach_id = bookings.coach_id)));
