CREATE TYPE "public"."lesson_audience" AS ENUM('everyone', 'clients', 'mentored');--> statement-breakpoint
CREATE TYPE "public"."lesson_state" AS ENUM('opened', 'done_for_now', 'set_aside');--> statement-breakpoint
CREATE TYPE "public"."share_reader" AS ENUM('coach', 'partner');--> statement-breakpoint
CREATE TABLE "courses" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"slug" text NOT NULL,
	"title" text NOT NULL,
	"summary" text NOT NULL,
	"intro" text NOT NULL,
	"language" text DEFAULT 'en' NOT NULL,
	"position" smallint DEFAULT 0 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "courses_slug_plain" CHECK ("courses"."slug" ~ '^[a-z0-9]+(-[a-z0-9]+)*$')
);
--> statement-breakpoint
CREATE TABLE "lesson_drafts" (
	"lesson_id" uuid NOT NULL,
	"language" text NOT NULL,
	"title" text NOT NULL,
	"summary" text NOT NULL,
	"goal" text NOT NULL,
	"body" text NOT NULL,
	"revision" integer NOT NULL,
	"edited_by" uuid NOT NULL,
	"edited_at" timestamp with time zone NOT NULL,
	CONSTRAINT "lesson_drafts_lesson_id_language_pk" PRIMARY KEY("lesson_id","language")
);
--> statement-breakpoint
CREATE TABLE "lesson_progress" (
	"client_id" uuid NOT NULL,
	"lesson_id" uuid NOT NULL,
	"state" "lesson_state" NOT NULL,
	"place" text,
	"changed_at" timestamp with time zone NOT NULL,
	CONSTRAINT "lesson_progress_client_id_lesson_id_pk" PRIMARY KEY("client_id","lesson_id")
);
--> statement-breakpoint
CREATE TABLE "lesson_suggestions" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"booking_id" uuid NOT NULL,
	"client_id" uuid NOT NULL,
	"coach_id" uuid NOT NULL,
	"lesson_id" uuid NOT NULL,
	"block" text,
	"days" smallint NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"done_at" timestamp with time zone,
	CONSTRAINT "lesson_suggestions_days" CHECK ("lesson_suggestions"."days" between -60 and 120 and "lesson_suggestions"."days" <> 0)
);
--> statement-breakpoint
CREATE TABLE "lesson_versions" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"lesson_id" uuid NOT NULL,
	"language" text NOT NULL,
	"number" integer NOT NULL,
	"title" text NOT NULL,
	"summary" text NOT NULL,
	"goal" text NOT NULL,
	"body" text NOT NULL,
	"published_by" uuid,
	"published_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "lessons" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"course_id" uuid NOT NULL,
	"slug" text NOT NULL,
	"position" smallint NOT NULL,
	"audience" "lesson_audience" DEFAULT 'clients' NOT NULL,
	"motif" jsonb NOT NULL,
	"withdrawn_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "lessons_slug_plain" CHECK ("lessons"."slug" ~ '^[a-z0-9]+(-[a-z0-9]+)*$')
);
--> statement-breakpoint
CREATE TABLE "client_keys" (
	"client_id" uuid PRIMARY KEY NOT NULL,
	"wrapped" "bytea" NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "reflection_shares" (
	"id" uuid PRIMARY KEY NOT NULL,
	"reflection_id" uuid NOT NULL,
	"author_id" uuid NOT NULL,
	"reader_id" uuid NOT NULL,
	"reader" "share_reader" NOT NULL,
	"journey_id" uuid NOT NULL,
	"lesson_id" uuid NOT NULL,
	"block" text NOT NULL,
	"version_id" uuid NOT NULL,
	"answers" "bytea" NOT NULL,
	"revision" integer NOT NULL,
	"shared_at" timestamp with time zone NOT NULL,
	"withdrawn_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "reflections" (
	"id" uuid PRIMARY KEY NOT NULL,
	"author_id" uuid NOT NULL,
	"lesson_id" uuid NOT NULL,
	"block" text NOT NULL,
	"version_id" uuid NOT NULL,
	"answers" "bytea" NOT NULL,
	"revision" integer NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"written_at" timestamp with time zone NOT NULL,
	CONSTRAINT "reflections_revision" CHECK ("reflections"."revision" > 0)
);
--> statement-breakpoint
ALTER TABLE "lesson_drafts" ADD CONSTRAINT "lesson_drafts_lesson_id_lessons_id_fk" FOREIGN KEY ("lesson_id") REFERENCES "public"."lessons"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "lesson_drafts" ADD CONSTRAINT "lesson_drafts_edited_by_coaches_id_fk" FOREIGN KEY ("edited_by") REFERENCES "public"."coaches"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "lesson_progress" ADD CONSTRAINT "lesson_progress_client_id_clients_id_fk" FOREIGN KEY ("client_id") REFERENCES "public"."clients"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "lesson_progress" ADD CONSTRAINT "lesson_progress_lesson_id_lessons_id_fk" FOREIGN KEY ("lesson_id") REFERENCES "public"."lessons"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "lesson_suggestions" ADD CONSTRAINT "lesson_suggestions_booking_id_bookings_id_fk" FOREIGN KEY ("booking_id") REFERENCES "public"."bookings"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "lesson_suggestions" ADD CONSTRAINT "lesson_suggestions_client_id_clients_id_fk" FOREIGN KEY ("client_id") REFERENCES "public"."clients"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "lesson_suggestions" ADD CONSTRAINT "lesson_suggestions_coach_id_coaches_id_fk" FOREIGN KEY ("coach_id") REFERENCES "public"."coaches"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "lesson_suggestions" ADD CONSTRAINT "lesson_suggestions_lesson_id_lessons_id_fk" FOREIGN KEY ("lesson_id") REFERENCES "public"."lessons"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "lesson_versions" ADD CONSTRAINT "lesson_versions_lesson_id_lessons_id_fk" FOREIGN KEY ("lesson_id") REFERENCES "public"."lessons"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "lesson_versions" ADD CONSTRAINT "lesson_versions_published_by_coaches_id_fk" FOREIGN KEY ("published_by") REFERENCES "public"."coaches"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "lessons" ADD CONSTRAINT "lessons_course_id_courses_id_fk" FOREIGN KEY ("course_id") REFERENCES "public"."courses"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "client_keys" ADD CONSTRAINT "client_keys_client_id_users_id_fk" FOREIGN KEY ("client_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reflection_shares" ADD CONSTRAINT "reflection_shares_reflection_id_reflections_id_fk" FOREIGN KEY ("reflection_id") REFERENCES "public"."reflections"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reflection_shares" ADD CONSTRAINT "reflection_shares_author_id_users_id_fk" FOREIGN KEY ("author_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reflection_shares" ADD CONSTRAINT "reflection_shares_reader_id_users_id_fk" FOREIGN KEY ("reader_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reflection_shares" ADD CONSTRAINT "reflection_shares_journey_id_journeys_id_fk" FOREIGN KEY ("journey_id") REFERENCES "public"."journeys"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reflection_shares" ADD CONSTRAINT "reflection_shares_lesson_id_lessons_id_fk" FOREIGN KEY ("lesson_id") REFERENCES "public"."lessons"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reflection_shares" ADD CONSTRAINT "reflection_shares_version_id_lesson_versions_id_fk" FOREIGN KEY ("version_id") REFERENCES "public"."lesson_versions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reflections" ADD CONSTRAINT "reflections_author_id_users_id_fk" FOREIGN KEY ("author_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reflections" ADD CONSTRAINT "reflections_lesson_id_lessons_id_fk" FOREIGN KEY ("lesson_id") REFERENCES "public"."lessons"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reflections" ADD CONSTRAINT "reflections_version_id_lesson_versions_id_fk" FOREIGN KEY ("version_id") REFERENCES "public"."lesson_versions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "courses_slug" ON "courses" USING btree ("slug");--> statement-breakpoint
CREATE UNIQUE INDEX "lesson_suggestions_day" ON "lesson_suggestions" USING btree ("booking_id","client_id","days");--> statement-breakpoint
CREATE UNIQUE INDEX "lesson_suggestions_client" ON "lesson_suggestions" USING btree ("client_id","id");--> statement-breakpoint
CREATE UNIQUE INDEX "lesson_versions_number" ON "lesson_versions" USING btree ("lesson_id","language","number");--> statement-breakpoint
CREATE UNIQUE INDEX "lessons_slug" ON "lessons" USING btree ("slug");--> statement-breakpoint
CREATE UNIQUE INDEX "lessons_in_course" ON "lessons" USING btree ("course_id","position","id");--> statement-breakpoint
CREATE UNIQUE INDEX "reflection_shares_one" ON "reflection_shares" USING btree ("reflection_id","reader_id") WHERE "reflection_shares"."withdrawn_at" is null;--> statement-breakpoint
CREATE INDEX "reflection_shares_reader" ON "reflection_shares" USING btree ("reader_id","author_id","shared_at");--> statement-breakpoint
CREATE UNIQUE INDEX "reflections_block" ON "reflections" USING btree ("author_id","lesson_id","block");
--> statement-breakpoint
create function viewer_is_coach() returns boolean language sql stable security definer set search_path = public, pg_temp
  as $$ select exists (select from users where id = viewer() and role in ('coach', 'owner') and disabled_at is null) $$;
--> statement-breakpoint
create function viewer_is_mentored() returns boolean language sql stable security definer set search_path = public, pg_temp
  as $$ select exists (select from journey_members where client_id = viewer() and kind = 'mentorship' and left_at is null) $$;
--> statement-breakpoint
alter table courses enable row level security;
--> statement-breakpoint
alter table lessons enable row level security;
--> statement-breakpoint
alter table lesson_versions enable row level security;
--> statement-breakpoint
alter table lesson_drafts enable row level security;
--> statement-breakpoint
alter table lesson_progress enable row level security;
--> statement-breakpoint
alter table lesson_suggestions enable row level security;
--> statement-breakpoint
-- Read and made by the portal alone: no grant, no policy.
alter table client_keys enable row level security;
--> statement-breakpoint
alter table reflections enable row level security;
--> statement-breakpoint
alter table reflection_shares enable row level security;
--> statement-breakpoint
grant select, insert, update on courses, lessons to portal;
--> statement-breakpoint
grant select, insert on lesson_versions to portal;
--> statement-breakpoint
grant select, insert, update, delete on lesson_drafts, lesson_progress to portal;
--> statement-breakpoint
grant select, insert, delete, update (done_at) on lesson_suggestions to portal;
--> statement-breakpoint
grant select, insert, update, delete on reflections to portal;
--> statement-breakpoint
grant select, insert, update (withdrawn_at) on reflection_shares to portal;
--> statement-breakpoint
create policy courses_seen on courses for select to portal using (true);
--> statement-breakpoint
create policy courses_written on courses for all to portal
  using ((select viewer_is_coach())) with check ((select viewer_is_coach()));
--> statement-breakpoint
create policy lessons_seen on lessons for select to portal
  using (withdrawn_at is null and (audience <> 'mentored' or (select viewer_is_mentored())));
--> statement-breakpoint
create policy lessons_written on lessons for all to portal
  using ((select viewer_is_coach())) with check ((select viewer_is_coach()));
--> statement-breakpoint
create policy lesson_versions_seen on lesson_versions for select to portal
  using (lesson_id in (select id from lessons));
--> statement-breakpoint
create policy lesson_versions_published on lesson_versions for insert to portal
  with check ((select viewer_is_coach()) and published_by = (select viewer()));
--> statement-breakpoint
create policy lesson_drafts_coaches on lesson_drafts for all to portal
  using ((select viewer_is_coach())) with check ((select viewer_is_coach()) and edited_by = (select viewer()));
--> statement-breakpoint
create policy lesson_progress_own on lesson_progress for all to portal
  using (client_id = (select viewer())) with check (client_id = (select viewer()));
--> statement-breakpoint
create policy lesson_suggestions_coach on lesson_suggestions for all to portal
  using (coach_id = (select viewer()))
  with check (coach_id = (select viewer()) and booking_id in (select my_coached_bookings()) and client_id in (select my_clients()));
--> statement-breakpoint
create policy lesson_suggestions_client on lesson_suggestions for select to portal using (client_id = (select viewer()));
--> statement-breakpoint
create policy lesson_suggestions_done on lesson_suggestions for update to portal
  using (client_id = (select viewer())) with check (client_id = (select viewer()));
--> statement-breakpoint
create policy reflections_own on reflections for all to portal
  using (author_id = (select viewer())) with check (author_id = (select viewer()));
--> statement-breakpoint
-- Whether what was shown to this reader still is: partners only while both belong to the couple.
create function share_stands(journey uuid, author uuid, who uuid, as_what share_reader) returns boolean
  language sql stable security definer set search_path = public, pg_temp
  as $$ select case as_what
      when 'coach' then exists (select from journeys j join journey_members m on m.journey_id = j.id
        where j.id = journey and j.coach_id = who and m.client_id = author)
      else who <> author and 2 = (select count(*) from journey_members m
        where m.journey_id = journey and m.kind = 'couple' and m.left_at is null and m.client_id in (author, who))
    end $$;
--> statement-breakpoint
create policy reflection_shares_own on reflection_shares for all to portal
  using (author_id = (select viewer()))
  with check (author_id = (select viewer()) and reflection_id in (select id from reflections)
    and share_stands(journey_id, author_id, reader_id, reader));
--> statement-breakpoint
create policy reflection_shares_shown on reflection_shares for select to portal
  using (reader_id = (select viewer()) and withdrawn_at is null and share_stands(journey_id, author_id, reader_id, reader));
