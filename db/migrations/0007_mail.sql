CREATE TYPE "public"."delivery" AS ENUM('delayed', 'delivered', 'failed', 'suppressed', 'bounced', 'complained');--> statement-breakpoint
CREATE TYPE "public"."mail_lane" AS ENUM('sign-in', 'booking', 'reminder', 'overview');--> statement-breakpoint
CREATE TABLE "letter_words" (
	"coach_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"words" text NOT NULL,
	"updated_at" timestamp with time zone NOT NULL,
	CONSTRAINT "letter_words_coach_id_kind_pk" PRIMARY KEY("coach_id","kind")
);
--> statement-breakpoint
CREATE TABLE "mail_preferences" (
	"user_id" uuid PRIMARY KEY NOT NULL,
	"reminders" boolean DEFAULT true NOT NULL,
	"questions" boolean DEFAULT true NOT NULL,
	"check_ins" boolean DEFAULT true NOT NULL,
	"lessons" boolean DEFAULT true NOT NULL,
	"desk" boolean DEFAULT true NOT NULL,
	"overview" boolean DEFAULT true NOT NULL,
	"first_reminder" integer DEFAULT 1440 NOT NULL,
	"last_reminder" integer DEFAULT 60 NOT NULL,
	"quiet_from" smallint DEFAULT 1200 NOT NULL,
	"quiet_until" smallint DEFAULT 540 NOT NULL,
	"overview_at" smallint DEFAULT 420 NOT NULL,
	"says_when" boolean DEFAULT false NOT NULL,
	"updated_at" timestamp with time zone NOT NULL,
	CONSTRAINT "mail_preferences_hours" CHECK ("mail_preferences"."quiet_from" between 0 and 1439 and "mail_preferences"."quiet_until" between 0 and 1439 and "mail_preferences"."overview_at" between 0 and 719),
	CONSTRAINT "mail_preferences_reminders" CHECK ("mail_preferences"."last_reminder" between 15 and 720 and "mail_preferences"."first_reminder" between 720 and 10080)
);
--> statement-breakpoint
CREATE TABLE "webhook_events" (
	"id" text PRIMARY KEY NOT NULL,
	"type" text NOT NULL,
	"message_id" uuid,
	"happened_at" timestamp with time zone NOT NULL,
	"received_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "worker_runs" (
	"name" text PRIMARY KEY NOT NULL,
	"ran_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "messages" ADD COLUMN "lane" "mail_lane" DEFAULT 'booking' NOT NULL;--> statement-breakpoint
ALTER TABLE "messages" ADD COLUMN "for_start" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "messages" ADD COLUMN "delivery" "delivery";--> statement-breakpoint
ALTER TABLE "messages" ADD COLUMN "delivery_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "users" ADD COLUMN "mail_fails_since" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "letter_words" ADD CONSTRAINT "letter_words_coach_id_coaches_id_fk" FOREIGN KEY ("coach_id") REFERENCES "public"."coaches"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "mail_preferences" ADD CONSTRAINT "mail_preferences_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "webhook_events_received" ON "webhook_events" USING btree ("received_at");--> statement-breakpoint
CREATE INDEX "messages_recipient" ON "messages" USING btree ("recipient_id","created_at");--> statement-breakpoint
CREATE INDEX "messages_log" ON "messages" USING btree ("created_at","id");--> statement-breakpoint
CREATE INDEX "bookings_ahead" ON "bookings" USING btree (lower("during")) WHERE "bookings"."status" = 'confirmed';
--> statement-breakpoint
alter table webhook_events enable row level security;
--> statement-breakpoint
alter table mail_preferences enable row level security;
--> statement-breakpoint
alter table letter_words enable row level security;
--> statement-breakpoint
grant select, insert, update on mail_preferences to portal;
--> statement-breakpoint
grant select, insert, update, delete on letter_words to portal;
--> statement-breakpoint
create policy mail_preferences_own on mail_preferences for all to portal
  using (user_id = (select viewer())) with check (user_id = (select viewer()));
--> statement-breakpoint
create policy letter_words_seen on letter_words for select to portal using (true);
--> statement-breakpoint
create policy letter_words_own on letter_words for all to portal
  using (coach_id = (select viewer())) with check (coach_id = (select viewer()));
--> statement-breakpoint
-- The mail log. What a letter says stays sealed: the payload is not among the columns.
grant select (id, kind, dedupe, recipient_id, booking_id, lane, state, not_before, expires_at, sent_at, last_error, delivery, delivery_at, created_at)
  on messages to portal;
--> statement-breakpoint
-- When somebody signs in is their own business; a coach sees such a letter only where it did not arrive.
create policy messages_seen on messages for select to portal
  using ((select viewer_is_owner())
    or recipient_id = (select viewer())
    or (recipient_id in (select my_clients())
      and (booking_id is null or booking_id in (select my_coached_bookings()))
      and (lane <> 'sign-in' or state in ('dead', 'unsure') or delivery in ('failed', 'suppressed', 'bounced', 'complained'))));
--> statement-breakpoint
drop function letter_recipients(uuid);
--> statement-breakpoint
-- A client may not read a partner's address, yet a session they share sends both a letter.
create function letter_recipients(booking uuid)
  returns table (id uuid, name text, email text, zone text, says_when boolean)
  language sql stable security definer set search_path = public, pg_temp
  as $$ select u.id, u.display_name, u.email, u.zone, coalesce(p.says_when, false)
        from booking_attendees a
        join users u on u.id = a.client_id
        left join mail_preferences p on p.user_id = u.id
        where a.booking_id = booking
          and (viewer() is null or booking in (select my_bookings()) or booking in (select my_coached_bookings()))
        order by u.id $$;
--> statement-breakpoint
-- When a person wants mail, for whoever has to write to them: a client's act tells the coach, and the other way round.
-- `still` are the days on which guidance is close, from begin to end.
create function mail_habits(person uuid, since timestamptz)
  returns table (zone text, preferences jsonb, still jsonb)
  language sql stable security definer set search_path = public, pg_temp
  as $$ select coalesce(co.zone, u.zone), to_jsonb(p), (
          select coalesce(jsonb_agg(jsonb_build_object(
            'start', extract(epoch from lower(b.during)) * 1000, 'end', extract(epoch from upper(b.during)) * 1000)), '[]')
          from booking_attendees a
          join bookings b on b.id = a.booking_id
          join session_types t on t.id = b.type_id
          where a.client_id = u.id and t.kind = 'guidance' and b.status in ('confirmed', 'completed')
            and upper(b.during) > since)
        from users u left join mail_preferences p on p.user_id = u.id left join coaches co on co.id = u.id
        where u.id = person
          and (viewer() is null or u.id = viewer() or u.id in (select my_clients()) or u.id in (select c.id from coaches c)) $$;
--> statement-breakpoint
-- How mail goes over all: what the owner of the practice looks at.
alter table worker_runs enable row level security;
--> statement-breakpoint
grant select on worker_runs to portal;
--> statement-breakpoint
grant select (type, received_at) on webhook_events to portal;
--> statement-breakpoint
create policy worker_runs_owner on worker_runs for select to portal using ((select viewer_is_owner()));
--> statement-breakpoint
create policy webhook_events_owner on webhook_events for select to portal using ((select viewer_is_owner()));
--> statement-breakpoint
-- The owner may not see other coaches' clients, yet has to know whose mail does not arrive.
create function recipient_name(person uuid) returns text language sql stable security definer set search_path = public, pg_temp
  as $$ select display_name from users where id = person and (select viewer_is_owner()) $$;
