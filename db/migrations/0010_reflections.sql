CREATE TYPE "public"."flag_tier" AS ENUM('talk_first', 'medical_review', 'note', 'please_look');--> statement-breakpoint
CREATE TYPE "public"."reflection_kind" AS ENUM('lesson', 'session', 'guidance_day', 'check_in', 'journal');--> statement-breakpoint
CREATE TABLE "flags" (
	"id" uuid PRIMARY KEY NOT NULL,
	"share_id" uuid NOT NULL,
	"client_id" uuid NOT NULL,
	"coach_id" uuid NOT NULL,
	"tier" "flag_tier" NOT NULL,
	"holds_guidance" boolean NOT NULL,
	"question" "bytea" NOT NULL,
	"raised_at" timestamp with time zone NOT NULL,
	"settled_at" timestamp with time zone,
	"settled_with" "bytea"
);
--> statement-breakpoint
ALTER TABLE "reflection_shares" ALTER COLUMN "lesson_id" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "reflection_shares" ALTER COLUMN "block" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "reflection_shares" ALTER COLUMN "version_id" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "reflections" ALTER COLUMN "lesson_id" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "reflections" ALTER COLUMN "block" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "reflections" ALTER COLUMN "version_id" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "reflection_shares" ADD COLUMN "kind" "reflection_kind" DEFAULT 'lesson' NOT NULL;--> statement-breakpoint
ALTER TABLE "reflection_shares" ALTER COLUMN "kind" DROP DEFAULT;--> statement-breakpoint
ALTER TABLE "reflection_shares" ADD COLUMN "booking_id" uuid;--> statement-breakpoint
ALTER TABLE "reflection_shares" ADD COLUMN "day" smallint;--> statement-breakpoint
ALTER TABLE "reflection_shares" ADD COLUMN "template_version_id" uuid;--> statement-breakpoint
ALTER TABLE "reflection_shares" ADD COLUMN "readable_from" timestamp with time zone;--> statement-breakpoint
update "reflection_shares" set "readable_from" = "shared_at";--> statement-breakpoint
ALTER TABLE "reflection_shares" ALTER COLUMN "readable_from" SET NOT NULL;--> statement-breakpoint
ALTER TABLE "reflection_shares" ADD COLUMN "opened_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "reflections" ADD COLUMN "kind" "reflection_kind" DEFAULT 'lesson' NOT NULL;--> statement-breakpoint
ALTER TABLE "reflections" ALTER COLUMN "kind" DROP DEFAULT;--> statement-breakpoint
ALTER TABLE "reflections" ADD COLUMN "booking_id" uuid;--> statement-breakpoint
ALTER TABLE "reflections" ADD COLUMN "day" smallint;--> statement-breakpoint
ALTER TABLE "reflections" ADD COLUMN "template_version_id" uuid;--> statement-breakpoint
ALTER TABLE "reflections" ADD COLUMN "removed_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "flags" ADD CONSTRAINT "flags_share_id_reflection_shares_id_fk" FOREIGN KEY ("share_id") REFERENCES "public"."reflection_shares"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "flags" ADD CONSTRAINT "flags_client_id_users_id_fk" FOREIGN KEY ("client_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "flags" ADD CONSTRAINT "flags_coach_id_users_id_fk" FOREIGN KEY ("coach_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "flags_open" ON "flags" USING btree ("coach_id","client_id") WHERE "flags"."settled_at" is null;--> statement-breakpoint
CREATE INDEX "flags_share" ON "flags" USING btree ("share_id");--> statement-breakpoint
ALTER TABLE "reflection_shares" ADD CONSTRAINT "reflection_shares_booking_id_bookings_id_fk" FOREIGN KEY ("booking_id") REFERENCES "public"."bookings"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reflection_shares" ADD CONSTRAINT "reflection_shares_template_version_id_template_versions_id_fk" FOREIGN KEY ("template_version_id") REFERENCES "public"."template_versions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reflections" ADD CONSTRAINT "reflections_booking_id_bookings_id_fk" FOREIGN KEY ("booking_id") REFERENCES "public"."bookings"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reflections" ADD CONSTRAINT "reflections_template_version_id_template_versions_id_fk" FOREIGN KEY ("template_version_id") REFERENCES "public"."template_versions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "reflections_asked" ON "reflections" USING btree ("author_id","booking_id","kind",coalesce("day", 0)) WHERE "reflections"."booking_id" is not null;--> statement-breakpoint
CREATE INDEX "reflections_written" ON "reflections" USING btree ("author_id","written_at");--> statement-breakpoint
ALTER TABLE "reflection_shares" ADD CONSTRAINT "reflection_shares_about" CHECK (
  num_nonnulls("reflection_shares"."lesson_id", "reflection_shares"."block", "reflection_shares"."version_id") = case "reflection_shares"."kind" when 'lesson' then 3 else 0 end
  and num_nonnulls("reflection_shares"."booking_id", "reflection_shares"."template_version_id") = case when "reflection_shares"."kind" in ('lesson', 'journal') then 0 else 2 end
  and ("reflection_shares"."day" is not null) = ("reflection_shares"."kind" = 'check_in'));--> statement-breakpoint
ALTER TABLE "reflections" ADD CONSTRAINT "reflections_about" CHECK (
  num_nonnulls("reflections"."lesson_id", "reflections"."block", "reflections"."version_id") = case "reflections"."kind" when 'lesson' then 3 else 0 end
  and num_nonnulls("reflections"."booking_id", "reflections"."template_version_id") = case when "reflections"."kind" in ('lesson', 'journal') then 0 else 2 end
  and ("reflections"."day" is not null) = ("reflections"."kind" = 'check_in'));--> statement-breakpoint
ALTER TABLE "reflections" ADD CONSTRAINT "reflections_removed" CHECK ("reflections"."removed_at" is null or "reflections"."kind" = 'journal');
--> statement-breakpoint
alter table flags enable row level security;
--> statement-breakpoint
grant select on flags to portal;
--> statement-breakpoint
grant update (settled_at, settled_with) on flags to portal;
--> statement-breakpoint
-- Only to sessions one comes to oneself.
alter policy reflections_own on reflections
  with check (author_id = (select viewer()) and (booking_id is null or booking_id in (select my_bookings())));
--> statement-breakpoint
alter policy reflection_shares_shown on reflection_shares
  using (reader_id = (select viewer()) and withdrawn_at is null and readable_from <= now()
    and share_stands(journey_id, author_id, reader_id, reader));
--> statement-breakpoint
-- What was taken back before anybody opened it was never said.
create function flag_counts(share uuid) returns boolean language sql stable security definer set search_path = public, pg_temp
  as $$ select exists (select from reflection_shares
    where id = share and readable_from <= now() and (withdrawn_at is null or opened_at is not null)) $$;
--> statement-breakpoint
create policy flags_of_coach on flags for select to portal
  using (coach_id = (select viewer()) and flag_counts(share_id));
--> statement-breakpoint
create policy flags_settled on flags for update to portal
  using (coach_id = (select viewer()) and flag_counts(share_id)) with check (coach_id = (select viewer()));
