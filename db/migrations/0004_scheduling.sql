CREATE TYPE "public"."open_to" AS ENUM('everyone', 'clients', 'couples', 'mentees');--> statement-breakpoint
CREATE TYPE "public"."arc_step" AS ENUM('preparation', 'guidance', 'after_days', 'after_week', 'after_two_weeks', 'after_month');--> statement-breakpoint
CREATE TYPE "public"."feed_state" AS ENUM('new', 'good', 'broken');--> statement-breakpoint
CREATE TABLE "meeting_links" (
	"type_id" uuid PRIMARY KEY NOT NULL,
	"link" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "time_off" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"coach_id" uuid NOT NULL,
	"from_date" date NOT NULL,
	"to_date" date NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "time_off_range" CHECK ("time_off"."from_date" <= "time_off"."to_date" and "time_off"."to_date" - "time_off"."from_date" <= 400)
);
--> statement-breakpoint
CREATE TABLE "arcs" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"coach_id" uuid NOT NULL,
	"journey_id" uuid NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "booking_reasons" (
	"id" uuid PRIMARY KEY NOT NULL,
	"booking_id" uuid NOT NULL,
	"coach_id" uuid NOT NULL,
	"act" text NOT NULL,
	"reason" "bytea" NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "session_balances" (
	"coach_id" uuid NOT NULL,
	"client_id" uuid NOT NULL,
	"agreed" smallint NOT NULL,
	CONSTRAINT "session_balances_coach_id_client_id_pk" PRIMARY KEY("coach_id","client_id"),
	CONSTRAINT "session_balances_agreed" CHECK ("session_balances"."agreed" between 0 and 999)
);
--> statement-breakpoint
CREATE TABLE "busy_feeds" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"coach_id" uuid NOT NULL,
	"name" text NOT NULL,
	"host" text NOT NULL,
	"url" "bytea" NOT NULL,
	"state" "feed_state" DEFAULT 'new' NOT NULL,
	"problem" text,
	"checked_at" timestamp with time zone,
	"good_at" timestamp with time zone,
	"told_at" timestamp with time zone,
	"etag" text,
	"last_modified" text,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "busy_times" (
	"feed_id" uuid NOT NULL,
	"coach_id" uuid NOT NULL,
	"during" "tstzrange" NOT NULL
);
--> statement-breakpoint
CREATE TABLE "calendar_feeds" (
	"user_id" uuid PRIMARY KEY NOT NULL,
	"token_hash" "bytea" NOT NULL,
	"token" "bytea" NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "coach_invitations" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"email" text NOT NULL,
	"name" text NOT NULL,
	"invited_by" uuid NOT NULL,
	"invited_at" timestamp with time zone NOT NULL,
	"accepted_at" timestamp with time zone,
	"withdrawn_at" timestamp with time zone,
	CONSTRAINT "coach_invitations_email_normal" CHECK ("coach_invitations"."email" = lower("coach_invitations"."email") and length("coach_invitations"."email") <= 254)
);
--> statement-breakpoint
ALTER TABLE "bookings" DROP CONSTRAINT "bookings_hold";--> statement-breakpoint
ALTER TABLE "session_types" ADD COLUMN "open_to" "open_to" DEFAULT 'everyone' NOT NULL;--> statement-breakpoint
ALTER TABLE "session_types" ADD COLUMN "daily_limit" smallint;--> statement-breakpoint
ALTER TABLE "session_types" ADD COLUMN "weekly_limit" smallint;--> statement-breakpoint
ALTER TABLE "session_types" ADD COLUMN "next_day_limit" smallint;--> statement-breakpoint
ALTER TABLE "weekly_hours" ADD COLUMN "kinds" jsonb;--> statement-breakpoint
ALTER TABLE "booking_attendees" ADD COLUMN "agreed_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "bookings" ADD COLUMN "arc_id" uuid;--> statement-breakpoint
ALTER TABLE "bookings" ADD COLUMN "arc_step" "arc_step";--> statement-breakpoint
ALTER TABLE "bookings" ADD COLUMN "proposed_for" uuid;--> statement-breakpoint
ALTER TABLE "bookings" ADD COLUMN "moved_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "bookings" ADD COLUMN "moved_from" "tstzrange";--> statement-breakpoint
ALTER TABLE "bookings" ADD COLUMN "outside_rules" jsonb DEFAULT '[]'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "bookings" ADD COLUMN "answer_sealed" "bytea";--> statement-breakpoint
ALTER TABLE "bookings" ADD COLUMN "declined_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "bookings" ADD COLUMN "declined_by" uuid;--> statement-breakpoint
ALTER TABLE "bookings" ADD COLUMN "marked_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "bookings" ADD COLUMN "marked_by" uuid;--> statement-breakpoint
ALTER TABLE "bookings" ADD COLUMN "late" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "bookings" ADD COLUMN "counts" boolean;--> statement-breakpoint
ALTER TABLE "meeting_links" ADD CONSTRAINT "meeting_links_type_id_session_types_id_fk" FOREIGN KEY ("type_id") REFERENCES "public"."session_types"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "time_off" ADD CONSTRAINT "time_off_coach_id_coaches_id_fk" FOREIGN KEY ("coach_id") REFERENCES "public"."coaches"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "arcs" ADD CONSTRAINT "arcs_coach_id_coaches_id_fk" FOREIGN KEY ("coach_id") REFERENCES "public"."coaches"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "arcs" ADD CONSTRAINT "arcs_journey_id_journeys_id_fk" FOREIGN KEY ("journey_id") REFERENCES "public"."journeys"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "booking_reasons" ADD CONSTRAINT "booking_reasons_booking_id_bookings_id_fk" FOREIGN KEY ("booking_id") REFERENCES "public"."bookings"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "booking_reasons" ADD CONSTRAINT "booking_reasons_coach_id_coaches_id_fk" FOREIGN KEY ("coach_id") REFERENCES "public"."coaches"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "session_balances" ADD CONSTRAINT "session_balances_coach_id_coaches_id_fk" FOREIGN KEY ("coach_id") REFERENCES "public"."coaches"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "session_balances" ADD CONSTRAINT "session_balances_client_id_clients_id_fk" FOREIGN KEY ("client_id") REFERENCES "public"."clients"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "busy_feeds" ADD CONSTRAINT "busy_feeds_coach_id_coaches_id_fk" FOREIGN KEY ("coach_id") REFERENCES "public"."coaches"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "busy_times" ADD CONSTRAINT "busy_times_feed_id_busy_feeds_id_fk" FOREIGN KEY ("feed_id") REFERENCES "public"."busy_feeds"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "busy_times" ADD CONSTRAINT "busy_times_coach_id_coaches_id_fk" FOREIGN KEY ("coach_id") REFERENCES "public"."coaches"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "calendar_feeds" ADD CONSTRAINT "calendar_feeds_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "coach_invitations" ADD CONSTRAINT "coach_invitations_invited_by_users_id_fk" FOREIGN KEY ("invited_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "time_off_coach" ON "time_off" USING btree ("coach_id","from_date");--> statement-breakpoint
CREATE INDEX "arcs_journey" ON "arcs" USING btree ("journey_id");--> statement-breakpoint
CREATE INDEX "booking_reasons_booking" ON "booking_reasons" USING btree ("booking_id");--> statement-breakpoint
CREATE INDEX "busy_feeds_coach" ON "busy_feeds" USING btree ("coach_id");--> statement-breakpoint
CREATE INDEX "busy_times_feed" ON "busy_times" USING btree ("feed_id");--> statement-breakpoint
CREATE INDEX "busy_times_when" ON "busy_times" USING gist ("coach_id","during");--> statement-breakpoint
CREATE UNIQUE INDEX "calendar_feeds_token" ON "calendar_feeds" USING btree ("token_hash");--> statement-breakpoint
CREATE UNIQUE INDEX "coach_invitations_email" ON "coach_invitations" USING btree ("email") WHERE "coach_invitations"."withdrawn_at" is null;--> statement-breakpoint
ALTER TABLE "bookings" ADD CONSTRAINT "bookings_arc_id_arcs_id_fk" FOREIGN KEY ("arc_id") REFERENCES "public"."arcs"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "bookings" ADD CONSTRAINT "bookings_proposed_for_bookings_id_fk" FOREIGN KEY ("proposed_for") REFERENCES "public"."bookings"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "bookings" ADD CONSTRAINT "bookings_declined_by_users_id_fk" FOREIGN KEY ("declined_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "bookings" ADD CONSTRAINT "bookings_marked_by_users_id_fk" FOREIGN KEY ("marked_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "bookings_arc" ON "bookings" USING btree ("arc_id") WHERE "bookings"."arc_id" is not null;--> statement-breakpoint
CREATE INDEX "bookings_proposed" ON "bookings" USING btree ("proposed_for") WHERE "bookings"."proposed_for" is not null;--> statement-breakpoint
CREATE UNIQUE INDEX "bookings_arc_step" ON "bookings" USING btree ("arc_id","arc_step") WHERE "bookings"."status" in ('requested', 'confirmed', 'completed', 'no_show');--> statement-breakpoint
ALTER TABLE "session_types" ADD CONSTRAINT "session_types_limits" CHECK (coalesce("session_types"."daily_limit" between 1 and 50, true) and coalesce("session_types"."weekly_limit" between 1 and 200, true)
        and coalesce("session_types"."next_day_limit" between 0 and 50, true));--> statement-breakpoint
ALTER TABLE "bookings" ADD CONSTRAINT "bookings_declined" CHECK (("bookings"."status" = 'declined') = ("bookings"."declined_at" is not null));--> statement-breakpoint
ALTER TABLE "bookings" ADD CONSTRAINT "bookings_arc" CHECK (("bookings"."arc_id" is null) = ("bookings"."arc_step" is null));--> statement-breakpoint
ALTER TABLE "bookings" ADD CONSTRAINT "bookings_hold" CHECK (("bookings"."status" <> 'held') or ("bookings"."hold_expires" is not null and ("bookings"."held_email" is not null or "bookings"."proposed_for" is not null)));