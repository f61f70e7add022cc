CREATE TYPE "public"."booking_mode" AS ENUM('instant', 'request');--> statement-breakpoint
CREATE TYPE "public"."session_kind" AS ENUM('first_conversation', 'preparation', 'guidance', 'integration', 'couple', 'mentorship');--> statement-breakpoint
CREATE TYPE "public"."booking_status" AS ENUM('held', 'requested', 'confirmed', 'completed', 'cancelled', 'declined', 'no_show', 'expired');--> statement-breakpoint
CREATE TYPE "public"."journey_kind" AS ENUM('individual', 'couple', 'mentorship');--> statement-breakpoint
CREATE TYPE "public"."message_state" AS ENUM('planned', 'sending', 'sent', 'unsure', 'dead', 'dropped');--> statement-breakpoint
CREATE TYPE "public"."role" AS ENUM('client', 'coach', 'owner');--> statement-breakpoint
CREATE TABLE "audit_log" (
	"seq" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "audit_log_seq_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"at" timestamp with time zone DEFAULT now() NOT NULL,
	"actor_id" uuid,
	"actor_kind" text NOT NULL,
	"action" text NOT NULL,
	"subject_type" text NOT NULL,
	"subject_id" uuid,
	"meta" jsonb DEFAULT '{}'::jsonb NOT NULL
);
--> statement-breakpoint
CREATE TABLE "date_overrides" (
	"coach_id" uuid NOT NULL,
	"date" date NOT NULL,
	"hours" jsonb NOT NULL,
	CONSTRAINT "date_overrides_coach_id_date_pk" PRIMARY KEY("coach_id","date"),
	CONSTRAINT "date_overrides_hours" CHECK (jsonb_typeof("date_overrides"."hours") = 'array')
);
--> statement-breakpoint
CREATE TABLE "session_types" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"coach_id" uuid NOT NULL,
	"kind" "session_kind" NOT NULL,
	"name" text NOT NULL,
	"summary" text DEFAULT '' NOT NULL,
	"minutes" smallint NOT NULL,
	"before" smallint DEFAULT 0 NOT NULL,
	"after" smallint DEFAULT 15 NOT NULL,
	"step" smallint DEFAULT 15 NOT NULL,
	"notice" integer DEFAULT 1440 NOT NULL,
	"horizon_days" smallint DEFAULT 60 NOT NULL,
	"cut_off" integer DEFAULT 1440 NOT NULL,
	"mode" "booking_mode" DEFAULT 'instant' NOT NULL,
	"place" text DEFAULT '' NOT NULL,
	"position" smallint DEFAULT 0 NOT NULL,
	"offered" boolean DEFAULT true NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "session_types_lengths" CHECK ("session_types"."minutes" between 5 and 720 and "session_types"."before" between 0 and 240 and "session_types"."after" between 0 and 240
        and "session_types"."step" between 5 and 240 and "session_types"."notice" between 0 and 43200 and "session_types"."horizon_days" between 1 and 365
        and "session_types"."cut_off" between 0 and 43200)
);
--> statement-breakpoint
CREATE TABLE "weekly_hours" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"coach_id" uuid NOT NULL,
	"weekday" smallint NOT NULL,
	"from_minute" smallint NOT NULL,
	"to_minute" smallint NOT NULL,
	CONSTRAINT "weekly_hours_range" CHECK ("weekly_hours"."weekday" between 1 and 7 and "weekly_hours"."from_minute" >= 0 and "weekly_hours"."from_minute" < "weekly_hours"."to_minute" and "weekly_hours"."to_minute" <= 1440)
);
--> statement-breakpoint
CREATE TABLE "booking_attendees" (
	"booking_id" uuid NOT NULL,
	"client_id" uuid NOT NULL,
	"during" "tstzrange" NOT NULL,
	"active" boolean NOT NULL,
	CONSTRAINT "booking_attendees_booking_id_client_id_pk" PRIMARY KEY("booking_id","client_id")
);
--> statement-breakpoint
CREATE TABLE "bookings" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"coach_id" uuid NOT NULL,
	"type_id" uuid NOT NULL,
	"journey_id" uuid,
	"during" "tstzrange" NOT NULL,
	"occupied" "tstzrange" NOT NULL,
	"status" "booking_status" NOT NULL,
	"booked_zone" text NOT NULL,
	"hold_expires" timestamp with time zone,
	"held_name" text,
	"held_email" text,
	"ics_uid" text NOT NULL,
	"ics_sequence" integer DEFAULT 0 NOT NULL,
	"idempotency_owner" text NOT NULL,
	"idempotency_key" uuid NOT NULL,
	"idempotency_hash" "bytea" NOT NULL,
	"cancelled_at" timestamp with time zone,
	"cancelled_by" uuid,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "bookings_spans" CHECK (not isempty("bookings"."during") and not isempty("bookings"."occupied") and not lower_inf("bookings"."occupied") and not upper_inf("bookings"."occupied")
        and "bookings"."occupied" @> "bookings"."during" and upper("bookings"."during") - lower("bookings"."during") <= interval '12 hours'),
	CONSTRAINT "bookings_hold" CHECK (("bookings"."status" <> 'held') or ("bookings"."hold_expires" is not null and "bookings"."held_email" is not null)),
	CONSTRAINT "bookings_journey_known" CHECK ("bookings"."status" in ('held', 'expired') or "bookings"."journey_id" is not null),
	CONSTRAINT "bookings_cancelled" CHECK (("bookings"."status" = 'cancelled') = ("bookings"."cancelled_at" is not null))
);
--> statement-breakpoint
CREATE TABLE "journey_members" (
	"journey_id" uuid NOT NULL,
	"client_id" uuid NOT NULL,
	"coach_id" uuid NOT NULL,
	"kind" "journey_kind" NOT NULL,
	"joined_at" timestamp with time zone DEFAULT now() NOT NULL,
	"left_at" timestamp with time zone,
	CONSTRAINT "journey_members_journey_id_client_id_pk" PRIMARY KEY("journey_id","client_id")
);
--> statement-breakpoint
CREATE TABLE "journeys" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"coach_id" uuid NOT NULL,
	"kind" "journey_kind" NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "rate_limits" (
	"key" text PRIMARY KEY NOT NULL,
	"points" integer NOT NULL,
	"expire" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "messages" (
	"id" uuid PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"dedupe" text NOT NULL,
	"recipient_id" uuid,
	"booking_id" uuid,
	"payload" "bytea",
	"state" "message_state" DEFAULT 'planned' NOT NULL,
	"not_before" timestamp with time zone,
	"expires_at" timestamp with time zone,
	"attempts" integer DEFAULT 0 NOT NULL,
	"first_attempt_at" timestamp with time zone,
	"sent_at" timestamp with time zone,
	"provider_id" text,
	"last_error" text,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "clients" (
	"id" uuid PRIMARY KEY NOT NULL,
	"adult_said_at" timestamp with time zone NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "coaches" (
	"id" uuid PRIMARY KEY NOT NULL,
	"zone" text NOT NULL,
	"contact_email" text,
	"fee_sentence" text,
	"reading_days" text,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "users" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"role" "role" DEFAULT 'client' NOT NULL,
	"email" text NOT NULL,
	"display_name" text NOT NULL,
	"zone" text DEFAULT 'UTC' NOT NULL,
	"disabled_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "users_email_normal" CHECK ("users"."email" = lower("users"."email") and length("users"."email") <= 254)
);
--> statement-breakpoint
CREATE TABLE "auth_sessions" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"user_id" uuid NOT NULL,
	"token_hash" "bytea" NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"last_seen_at" timestamp with time zone NOT NULL,
	"idle_ends_at" timestamp with time zone NOT NULL,
	"ends_at" timestamp with time zone NOT NULL,
	"revoked_at" timestamp with time zone,
	"device" text
);
--> statement-breakpoint
CREATE TABLE "auth_tokens" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"email" text NOT NULL,
	"token_hash" "bytea" NOT NULL,
	"code_hash" "bytea" NOT NULL,
	"browser_hash" "bytea",
	"booking_id" uuid,
	"attempts" integer DEFAULT 0 NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
ALTER TABLE "date_overrides" ADD CONSTRAINT "date_overrides_coach_id_coaches_id_fk" FOREIGN KEY ("coach_id") REFERENCES "public"."coaches"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "session_types" ADD CONSTRAINT "session_types_coach_id_coaches_id_fk" FOREIGN KEY ("coach_id") REFERENCES "public"."coaches"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "weekly_hours" ADD CONSTRAINT "weekly_hours_coach_id_coaches_id_fk" FOREIGN KEY ("coach_id") REFERENCES "public"."coaches"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "booking_attendees" ADD CONSTRAINT "booking_attendees_booking_id_bookings_id_fk" FOREIGN KEY ("booking_id") REFERENCES "public"."bookings"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "booking_attendees" ADD CONSTRAINT "booking_attendees_client_id_clients_id_fk" FOREIGN KEY ("client_id") REFERENCES "public"."clients"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "bookings" ADD CONSTRAINT "bookings_coach_id_coaches_id_fk" FOREIGN KEY ("coach_id") REFERENCES "public"."coaches"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "bookings" ADD CONSTRAINT "bookings_type_id_session_types_id_fk" FOREIGN KEY ("type_id") REFERENCES "public"."session_types"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "bookings" ADD CONSTRAINT "bookings_journey_id_journeys_id_fk" FOREIGN KEY ("journey_id") REFERENCES "public"."journeys"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "bookings" ADD CONSTRAINT "bookings_cancelled_by_users_id_fk" FOREIGN KEY ("cancelled_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "journey_members" ADD CONSTRAINT "journey_members_journey_id_journeys_id_fk" FOREIGN KEY ("journey_id") REFERENCES "public"."journeys"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "journey_members" ADD CONSTRAINT "journey_members_client_id_clients_id_fk" FOREIGN KEY ("client_id") REFERENCES "public"."clients"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "journeys" ADD CONSTRAINT "journeys_coach_id_coaches_id_fk" FOREIGN KEY ("coach_id") REFERENCES "public"."coaches"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "messages" ADD CONSTRAINT "messages_recipient_id_users_id_fk" FOREIGN KEY ("recipient_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "messages" ADD CONSTRAINT "messages_booking_id_bookings_id_fk" FOREIGN KEY ("booking_id") REFERENCES "public"."bookings"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "clients" ADD CONSTRAINT "clients_id_users_id_fk" FOREIGN KEY ("id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "coaches" ADD CONSTRAINT "coaches_id_users_id_fk" FOREIGN KEY ("id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "auth_sessions" ADD CONSTRAINT "auth_sessions_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "auth_tokens" ADD CONSTRAINT "auth_tokens_booking_id_bookings_id_fk" FOREIGN KEY ("booking_id") REFERENCES "public"."bookings"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "audit_log_subject" ON "audit_log" USING btree ("subject_type","subject_id");--> statement-breakpoint
CREATE UNIQUE INDEX "session_types_kind" ON "session_types" USING btree ("coach_id","kind");--> statement-breakpoint
CREATE INDEX "weekly_hours_coach" ON "weekly_hours" USING btree ("coach_id");--> statement-breakpoint
CREATE INDEX "booking_attendees_client" ON "booking_attendees" USING btree ("client_id");--> statement-breakpoint
CREATE UNIQUE INDEX "bookings_idempotency" ON "bookings" USING btree ("idempotency_owner","idempotency_key");--> statement-breakpoint
CREATE UNIQUE INDEX "bookings_ics_uid" ON "bookings" USING btree ("ics_uid");--> statement-breakpoint
CREATE INDEX "bookings_journey" ON "bookings" USING btree ("journey_id");--> statement-breakpoint
CREATE INDEX "bookings_coach_start" ON "bookings" USING btree ("coach_id",lower("during"));--> statement-breakpoint
CREATE INDEX "bookings_holds" ON "bookings" USING btree ("hold_expires") WHERE "bookings"."status" = 'held';--> statement-breakpoint
CREATE INDEX "journey_members_client" ON "journey_members" USING btree ("client_id");--> statement-breakpoint
CREATE UNIQUE INDEX "journey_members_one" ON "journey_members" USING btree ("client_id","coach_id","kind");--> statement-breakpoint
CREATE INDEX "journeys_coach" ON "journeys" USING btree ("coach_id");--> statement-breakpoint
CREATE UNIQUE INDEX "messages_dedupe" ON "messages" USING btree ("dedupe");--> statement-breakpoint
CREATE INDEX "messages_booking" ON "messages" USING btree ("booking_id");--> statement-breakpoint
CREATE INDEX "messages_open" ON "messages" USING btree ("state","created_at");--> statement-breakpoint
CREATE UNIQUE INDEX "users_email" ON "users" USING btree (lower("email"));--> statement-breakpoint
CREATE UNIQUE INDEX "auth_sessions_token" ON "auth_sessions" USING btree ("token_hash");--> statement-breakpoint
CREATE INDEX "auth_sessions_user" ON "auth_sessions" USING btree ("user_id");--> statement-breakpoint
CREATE UNIQUE INDEX "auth_tokens_token" ON "auth_tokens" USING btree ("token_hash");--> statement-breakpoint
CREATE INDEX "auth_tokens_email" ON "auth_tokens" USING btree ("email");