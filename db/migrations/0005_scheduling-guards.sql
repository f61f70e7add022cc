-- What a booking needs to know of other people's times: when, and what it leaves of the day after. Never who.
create function coach_times(coach uuid, span tstzrange, at timestamptz, except_ids uuid[])
  returns table (type_id uuid, next_day_limit smallint, during tstzrange, occupied tstzrange)
  language sql stable security definer set search_path = public, pg_temp
  as $$ select b.type_id, t.next_day_limit, b.during, b.occupied
        from bookings b join session_types t on t.id = b.type_id
        where b.coach_id = coach and b.occupied && span and not (b.id = any (except_ids))
          and (b.status in ('requested', 'confirmed', 'completed', 'no_show')
            or (b.status = 'held' and b.hold_expires > at)) $$;
--> statement-breakpoint
create function busy_of(coach uuid, span tstzrange) returns setof tstzrange
  language sql stable security definer set search_path = public, pg_temp
  as $$ select during from busy_times where coach_id = coach and during && span $$;
--> statement-breakpoint
drop function occupied_times(uuid, tstzrange, timestamptz);
--> statement-breakpoint
-- What lets a hold go writes it down, so that every state can be read from the log.
create or replace function release_stale_holds(coach uuid, span tstzrange, at timestamptz) returns void
  language sql volatile security definer set search_path = public, pg_temp
  as $$ with gone as (
          update bookings set status = 'expired', held_name = null, held_email = null
          where coach_id = coach and status = 'held' and hold_expires <= at and occupied && span returning id)
        insert into audit_log (actor_kind, action, subject_type, subject_id)
        select 'system', 'booking.expired', 'booking', id from gone $$;
--> statement-breakpoint
create function viewer_is_owner() returns boolean language sql stable security definer set search_path = public, pg_temp
  as $$ select exists (select from users where id = viewer() and role = 'owner' and disabled_at is null) $$;
--> statement-breakpoint
create function my_types() returns setof uuid language sql stable security definer set search_path = public, pg_temp
  as $$ select b.type_id from booking_attendees a join bookings b on b.id = a.booking_id where a.client_id = viewer() $$;
--> statement-breakpoint
create function types_i_offer() returns setof uuid language sql stable security definer set search_path = public, pg_temp
  as $$ select id from session_types where coach_id = viewer() $$;
--> statement-breakpoint
alter table time_off enable row level security;
--> statement-breakpoint
alter table meeting_links enable row level security;
--> statement-breakpoint
alter table arcs enable row level security;
--> statement-breakpoint
alter table booking_reasons enable row level security;
--> statement-breakpoint
alter table session_balances enable row level security;
--> statement-breakpoint
alter table busy_feeds enable row level security;
--> statement-breakpoint
alter table busy_times enable row level security;
--> statement-breakpoint
alter table calendar_feeds enable row level security;
--> statement-breakpoint
alter table coach_invitations enable row level security;
--> statement-breakpoint
grant select on time_off, meeting_links, arcs, booking_reasons, session_balances, busy_feeds, busy_times, calendar_feeds, coach_invitations to portal;
--> statement-breakpoint
grant insert, update, delete on time_off, meeting_links, session_balances, busy_feeds, calendar_feeds to portal;
--> statement-breakpoint
grant insert on arcs, booking_reasons to portal;
--> statement-breakpoint
grant insert, update on coach_invitations to portal;
--> statement-breakpoint
create policy time_off_seen on time_off for select to portal using (true);
--> statement-breakpoint
create policy time_off_own on time_off for all to portal
  using (coach_id = (select viewer())) with check (coach_id = (select viewer()));
--> statement-breakpoint
create policy meeting_links_seen on meeting_links for select to portal using (type_id in (select my_types()));
--> statement-breakpoint
create policy meeting_links_own on meeting_links for all to portal
  using (type_id in (select types_i_offer())) with check (type_id in (select types_i_offer()));
--> statement-breakpoint
create policy arcs_own on arcs for all to portal
  using (coach_id = (select viewer()) or journey_id in (select my_journeys()))
  with check ((coach_id = (select viewer()) or journey_id in (select my_journeys()))
    and exists (select from journeys j where j.id = journey_id and j.coach_id = arcs.coach_id));
--> statement-breakpoint
create policy booking_reasons_own on booking_reasons for all to portal
  using (coach_id = (select viewer()))
  with check (coach_id = (select viewer()) and booking_id in (select my_coached_bookings()));
--> statement-breakpoint
create policy session_balances_seen on session_balances for select to portal using (client_id = (select viewer()));
--> statement-breakpoint
create policy session_balances_own on session_balances for all to portal
  using (coach_id = (select viewer()))
  with check (coach_id = (select viewer()) and client_id in (select my_clients()));
--> statement-breakpoint
create policy busy_feeds_own on busy_feeds for all to portal
  using (coach_id = (select viewer())) with check (coach_id = (select viewer()));
--> statement-breakpoint
create policy busy_times_seen on busy_times for select to portal using (coach_id = (select viewer()));
--> statement-breakpoint
create policy calendar_feeds_own on calendar_feeds for all to portal
  using (user_id = (select viewer())) with check (user_id = (select viewer()));
--> statement-breakpoint
create policy coach_invitations_owner on coach_invitations for all to portal
  using ((select viewer_is_owner())) with check ((select viewer_is_owner()) and invited_by = (select viewer()));
--> statement-breakpoint
create function same_book(booking uuid) returns boolean language sql stable security definer set search_path = public, pg_temp
  as $$ select exists (select from bookings where id = booking and (coach_id = viewer() or journey_id in (select my_journeys()))) $$;
--> statement-breakpoint
alter policy bookings_own on bookings
  with check ((coach_id = (select viewer()) or journey_id in (select my_journeys()))
    and (journey_id is null or exists (select from journeys j where j.id = journey_id and j.coach_id = bookings.coach_id))
    and (proposed_for is null or same_book(proposed_for))
    and (arc_id is null or exists (select from arcs a where a.id = arc_id and a.journey_id = bookings.journey_id)));
--> statement-breakpoint
-- What was asked for is answered by the coach, and what took place is said by the coach: a client may write their own
-- rows, but not that.
create function coach_decides() returns trigger language plpgsql as $$
begin
  if current_user = 'portal' and new.coach_id is distinct from viewer()
    and new.status is distinct from old.status and new.status in ('confirmed', 'declined', 'completed', 'no_show') then
    raise exception 'only the coach decides this' using errcode = '42501';
  end if;
  return new;
end $$;
--> statement-breakpoint
create trigger bookings_coach_decides before update on bookings for each row execute function coach_decides();
