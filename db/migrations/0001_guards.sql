create extension if not exists btree_gist;
--> statement-breakpoint
alter table bookings add constraint bookings_no_overlap_coach
  exclude using gist (coach_id with =, occupied with &&)
  where (status in ('held', 'requested', 'confirmed', 'completed', 'no_show'));
--> statement-breakpoint
alter table booking_attendees add constraint booking_attendees_no_overlap
  exclude using gist (client_id with =, during with &&) where (active);
--> statement-breakpoint
create index bookings_occupied on bookings using gist (coach_id, occupied);
--> statement-breakpoint
-- Roles belong to the whole server, so another database of it may have made this one already.
do $$ begin
  create role portal nologin;
exception when duplicate_object or unique_violation then null;
end $$;
--> statement-breakpoint
do $$ begin execute format('grant portal to %I', current_user); end $$;
--> statement-breakpoint
grant usage on schema public to portal;
--> statement-breakpoint
create function viewer() returns uuid language sql stable
  return nullif(current_setting('portal.viewer', true), '')::uuid;
--> statement-breakpoint
-- These run as their owner: a policy that read a guarded table would ask its own policy again, without end.
create function my_journeys() returns setof uuid language sql stable security definer set search_path = public, pg_temp
  as $$ select journey_id from journey_members where client_id = viewer() and left_at is null $$;
--> statement-breakpoint
create function my_bookings() returns setof uuid language sql stable security definer set search_path = public, pg_temp
  as $$ select booking_id from booking_attendees where client_id = viewer() $$;
--> statement-breakpoint
create function my_clients() returns setof uuid language sql stable security definer set search_path = public, pg_temp
  as $$ select client_id from journey_members where coach_id = viewer() $$;
--> statement-breakpoint
create function my_coached_bookings() returns setof uuid language sql stable security definer set search_path = public, pg_temp
  as $$ select id from bookings where coach_id = viewer() $$;
--> statement-breakpoint
-- What a booking needs to know of other people's times: when, never who.
create function occupied_times(coach uuid, span tstzrange, at timestamptz) returns setof tstzrange
  language sql stable security definer set search_path = public, pg_temp
  as $$ select occupied from bookings
        where coach_id = coach and occupied && span
          and (status in ('requested', 'confirmed', 'completed', 'no_show') or (status = 'held' and hold_expires > at)) $$;
--> statement-breakpoint
create function release_stale_holds(coach uuid, span tstzrange, at timestamptz) returns void
  language sql volatile security definer set search_path = public, pg_temp
  as $$ update bookings set status = 'expired', held_name = null, held_email = null
        where coach_id = coach and status = 'held' and hold_expires <= at and occupied && span $$;
--> statement-breakpoint
alter table users enable row level security;
--> statement-breakpoint
alter table coaches enable row level security;
--> statement-breakpoint
alter table clients enable row level security;
--> statement-breakpoint
alter table journeys enable row level security;
--> statement-breakpoint
alter table journey_members enable row level security;
--> statement-breakpoint
alter table session_types enable row level security;
--> statement-breakpoint
alter table weekly_hours enable row level security;
--> statement-breakpoint
alter table date_overrides enable row level security;
--> statement-breakpoint
alter table bookings enable row level security;
--> statement-breakpoint
alter table booking_attendees enable row level security;
--> statement-breakpoint
alter table messages enable row level security;
--> statement-breakpoint
alter table audit_log enable row level security;
--> statement-breakpoint
alter table auth_sessions enable row level security;
--> statement-breakpoint
alter table auth_tokens enable row level security;
--> statement-breakpoint
alter table rate_limits enable row level security;
--> statement-breakpoint
grant select on users, coaches, clients, journeys, journey_members, session_types, weekly_hours, date_overrides, bookings, booking_attendees to portal;
--> statement-breakpoint
grant update (display_name, zone) on users to portal;
--> statement-breakpoint
grant update (zone, contact_email, fee_sentence, reading_days) on coaches to portal;
--> statement-breakpoint
grant insert, update, delete on weekly_hours, date_overrides to portal;
--> statement-breakpoint
grant insert, update on session_types, bookings, booking_attendees to portal;
--> statement-breakpoint
grant insert on messages, audit_log to portal;
--> statement-breakpoint
create policy users_seen on users for select to portal
  using (id = (select viewer()) or id in (select my_clients()) or id in (select id from coaches));
--> statement-breakpoint
create policy users_own on users for update to portal using (id = (select viewer())) with check (id = (select viewer()));
--> statement-breakpoint
create policy coaches_seen on coaches for select to portal using (true);
--> statement-breakpoint
create policy coaches_own on coaches for update to portal using (id = (select viewer())) with check (id = (select viewer()));
--> statement-breakpoint
create policy clients_seen on clients for select to portal using (id = (select viewer()) or id in (select my_clients()));
--> statement-breakpoint
create policy journeys_seen on journeys for select to portal
  using (coach_id = (select viewer()) or id in (select my_journeys()));
--> statement-breakpoint
create policy journey_members_seen on journey_members for select to portal
  using (coach_id = (select viewer()) or journey_id in (select my_journeys()));
--> statement-breakpoint
create policy session_types_seen on session_types for select to portal using (true);
--> statement-breakpoint
create policy session_types_own on session_types for all to portal
  using (coach_id = (select viewer())) with check (coach_id = (select viewer()));
--> statement-breakpoint
create policy weekly_hours_seen on weekly_hours for select to portal using (true);
--> statement-breakpoint
create policy weekly_hours_own on weekly_hours for all to portal
  using (coach_id = (select viewer())) with check (coach_id = (select viewer()));
--> statement-breakpoint
create policy date_overrides_seen on date_overrides for select to portal using (true);
--> statement-breakpoint
create policy date_overrides_own on date_overrides for all to portal
  using (coach_id = (select viewer())) with check (coach_id = (select viewer()));
--> statement-breakpoint
create policy bookings_own on bookings for all to portal
  using (coach_id = (select viewer()) or journey_id in (select my_journeys()) or id in (select my_bookings()))
  with check (coach_id = (select viewer()) or journey_id in (select my_journeys()));
--> statement-breakpoint
create policy attendees_own on booking_attendees for all to portal
  using (client_id = (select viewer()) or booking_id in (select my_coached_bookings()) or booking_id in (select my_bookings()))
  with check (client_id = (select viewer()) or booking_id in (select my_coached_bookings()) or booking_id in (select my_bookings()));
--> statement-breakpoint
create policy messages_planned on messages for insert to portal with check (true);
--> statement-breakpoint
create policy audit_written on audit_log for insert to portal with check (actor_id = (select viewer()));
