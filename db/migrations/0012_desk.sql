CREATE TYPE "public"."note_purpose" AS ENUM('session', 'first_question', 'standing');--> statement-breakpoint
CREATE TYPE "public"."template_part" AS ENUM('note', 'summary');--> statement-breakpoint
CREATE TYPE "public"."screening_state" AS ENUM('not_started', 'shared', 'in_conversation', 'medical_review_asked', 'medical_review_noted', 'coach_ready_to_proceed', 'coach_not_at_this_time');--> statement-breakpoint
CREATE TYPE "public"."support_place" AS ENUM('us', 'ca', 'mx', 'eu', 'uk', 'anywhere');--> statement-breakpoint
CREATE TYPE "public"."support_urgency" AS ENUM('now', 'hard');--> statement-breakpoint
ALTER TYPE "public"."template_kind" ADD VALUE 'screening';--> statement-breakpoint
CREATE TABLE "consent_texts" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"topic" text NOT NULL,
	"version" integer NOT NULL,
	"title" text NOT NULL,
	"body" text NOT NULL,
	"published_by" uuid,
	"published_at" timestamp with time zone NOT NULL,
	"confirmed_at" timestamp with time zone,
	CONSTRAINT "consent_texts_number" CHECK ("consent_texts"."version" > 0)
);
--> statement-breakpoint
CREATE TABLE "consents" (
	"id" uuid PRIMARY KEY NOT NULL,
	"client_id" uuid NOT NULL,
	"coach_id" uuid NOT NULL,
	"text_id" uuid NOT NULL,
	"topic" text NOT NULL,
	"signature" "bytea" NOT NULL,
	"signed_at" timestamp with time zone NOT NULL,
	"withdrawn_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "consents_asked_again" (
	"booking_id" uuid PRIMARY KEY NOT NULL,
	"coach_id" uuid NOT NULL,
	"asked_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "safety_plans" (
	"id" uuid PRIMARY KEY NOT NULL,
	"client_id" uuid NOT NULL,
	"coach_id" uuid NOT NULL,
	"plan" "bytea" NOT NULL,
	"revision" integer NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"written_at" timestamp with time zone NOT NULL,
	"kept_until" date,
	CONSTRAINT "safety_plans_revision" CHECK ("safety_plans"."revision" > 0)
);
--> statement-breakpoint
CREATE TABLE "note_templates" (
	"id" uuid PRIMARY KEY NOT NULL,
	"coach_id" uuid NOT NULL,
	"kind" "session_kind" NOT NULL,
	"part" "template_part" NOT NULL,
	"name" text NOT NULL,
	"fields" "bytea" NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"changed_at" timestamp with time zone NOT NULL,
	"removed_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "private_notes" (
	"id" uuid PRIMARY KEY NOT NULL,
	"coach_id" uuid NOT NULL,
	"purpose" "note_purpose" NOT NULL,
	"booking_id" uuid,
	"about_id" uuid,
	"words" "bytea" NOT NULL,
	"revision" integer NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"written_at" timestamp with time zone NOT NULL,
	"finished_at" timestamp with time zone,
	CONSTRAINT "private_notes_revision" CHECK ("private_notes"."revision" > 0),
	CONSTRAINT "private_notes_of" CHECK (("private_notes"."purpose" = 'standing') = ("private_notes"."booking_id" is null)),
	CONSTRAINT "private_notes_standing" CHECK ("private_notes"."purpose" <> 'standing' or "private_notes"."about_id" is not null)
);
--> statement-breakpoint
CREATE TABLE "sent_summaries" (
	"id" uuid PRIMARY KEY NOT NULL,
	"summary_id" uuid NOT NULL,
	"coach_id" uuid NOT NULL,
	"booking_id" uuid NOT NULL,
	"client_id" uuid NOT NULL,
	"words" "bytea" NOT NULL,
	"revision" integer NOT NULL,
	"sent_at" timestamp with time zone NOT NULL,
	"withdrawn_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "shared_summaries" (
	"id" uuid PRIMARY KEY NOT NULL,
	"coach_id" uuid NOT NULL,
	"booking_id" uuid NOT NULL,
	"client_id" uuid NOT NULL,
	"words" "bytea" NOT NULL,
	"revision" integer NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"written_at" timestamp with time zone NOT NULL,
	CONSTRAINT "shared_summaries_revision" CHECK ("shared_summaries"."revision" > 0)
);
--> statement-breakpoint
CREATE TABLE "written_revisions" (
	"id" uuid PRIMARY KEY NOT NULL,
	"note_id" uuid,
	"summary_id" uuid,
	"coach_id" uuid NOT NULL,
	"words" "bytea" NOT NULL,
	"revision" integer NOT NULL,
	"written_at" timestamp with time zone NOT NULL,
	CONSTRAINT "written_revisions_of" CHECK (num_nonnulls("written_revisions"."note_id", "written_revisions"."summary_id") = 1)
);
--> statement-breakpoint
CREATE TABLE "screening_moves" (
	"id" uuid PRIMARY KEY NOT NULL,
	"screening_id" uuid NOT NULL,
	"coach_id" uuid NOT NULL,
	"from_state" "screening_state" NOT NULL,
	"to_state" "screening_state" NOT NULL,
	"reason" "bytea" NOT NULL,
	"moved_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "screenings" (
	"id" uuid PRIMARY KEY NOT NULL,
	"client_id" uuid NOT NULL,
	"coach_id" uuid NOT NULL,
	"template_version_id" uuid NOT NULL,
	"state" "screening_state" NOT NULL,
	"answers" "bytea" NOT NULL,
	"revision" integer NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"written_at" timestamp with time zone NOT NULL,
	"shared_at" timestamp with time zone,
	"replaced_at" timestamp with time zone,
	CONSTRAINT "screenings_revision" CHECK ("screenings"."revision" > 0),
	CONSTRAINT "screenings_shared" CHECK (("screenings"."state" = 'not_started') = ("screenings"."shared_at" is null))
);
--> statement-breakpoint
CREATE TABLE "support_resources" (
	"id" text PRIMARY KEY NOT NULL,
	"place" "support_place" NOT NULL,
	"urgency" "support_urgency" NOT NULL,
	"name" text NOT NULL,
	"what_happens" text NOT NULL,
	"hours_text" text NOT NULL,
	"hours_verified" boolean NOT NULL,
	"ways" jsonb NOT NULL,
	"verified_on" date,
	"source_url" text NOT NULL,
	"position" smallint NOT NULL,
	"changed_by" uuid,
	"changed_at" timestamp with time zone NOT NULL,
	"removed_at" timestamp with time zone,
	CONSTRAINT "support_resources_source" CHECK ("support_resources"."verified_on" is null or "support_resources"."source_url" <> '')
);
--> statement-breakpoint
ALTER TABLE "flags" ALTER COLUMN "share_id" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "journeys" ADD COLUMN "archived_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "clients" ADD COLUMN "pronouns" text;--> statement-breakpoint
ALTER TABLE "clients" ADD COLUMN "languages" text;--> statement-breakpoint
ALTER TABLE "flags" ADD COLUMN "screening_id" uuid;--> statement-breakpoint
ALTER TABLE "flags" ADD COLUMN "reopens_screening" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "flags" ADD COLUMN "consulted" "bytea";--> statement-breakpoint
ALTER TABLE "consent_texts" ADD CONSTRAINT "consent_texts_published_by_users_id_fk" FOREIGN KEY ("published_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "consents" ADD CONSTRAINT "consents_client_id_users_id_fk" FOREIGN KEY ("client_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "consents" ADD CONSTRAINT "consents_coach_id_coaches_id_fk" FOREIGN KEY ("coach_id") REFERENCES "public"."coaches"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "consents" ADD CONSTRAINT "consents_text_id_consent_texts_id_fk" FOREIGN KEY ("text_id") REFERENCES "public"."consent_texts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "consents_asked_again" ADD CONSTRAINT "consents_asked_again_booking_id_bookings_id_fk" FOREIGN KEY ("booking_id") REFERENCES "public"."bookings"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "consents_asked_again" ADD CONSTRAINT "consents_asked_again_coach_id_coaches_id_fk" FOREIGN KEY ("coach_id") REFERENCES "public"."coaches"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "safety_plans" ADD CONSTRAINT "safety_plans_client_id_users_id_fk" FOREIGN KEY ("client_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "safety_plans" ADD CONSTRAINT "safety_plans_coach_id_coaches_id_fk" FOREIGN KEY ("coach_id") REFERENCES "public"."coaches"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "note_templates" ADD CONSTRAINT "note_templates_coach_id_coaches_id_fk" FOREIGN KEY ("coach_id") REFERENCES "public"."coaches"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "private_notes" ADD CONSTRAINT "private_notes_coach_id_coaches_id_fk" FOREIGN KEY ("coach_id") REFERENCES "public"."coaches"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "private_notes" ADD CONSTRAINT "private_notes_booking_id_bookings_id_fk" FOREIGN KEY ("booking_id") REFERENCES "public"."bookings"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "private_notes" ADD CONSTRAINT "private_notes_about_id_users_id_fk" FOREIGN KEY ("about_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sent_summaries" ADD CONSTRAINT "sent_summaries_summary_id_shared_summaries_id_fk" FOREIGN KEY ("summary_id") REFERENCES "public"."shared_summaries"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sent_summaries" ADD CONSTRAINT "sent_summaries_coach_id_coaches_id_fk" FOREIGN KEY ("coach_id") REFERENCES "public"."coaches"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sent_summaries" ADD CONSTRAINT "sent_summaries_booking_id_bookings_id_fk" FOREIGN KEY ("booking_id") REFERENCES "public"."bookings"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sent_summaries" ADD CONSTRAINT "sent_summaries_client_id_users_id_fk" FOREIGN KEY ("client_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "shared_summaries" ADD CONSTRAINT "shared_summaries_coach_id_coaches_id_fk" FOREIGN KEY ("coach_id") REFERENCES "public"."coaches"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "shared_summaries" ADD CONSTRAINT "shared_summaries_booking_id_bookings_id_fk" FOREIGN KEY ("booking_id") REFERENCES "public"."bookings"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "shared_summaries" ADD CONSTRAINT "shared_summaries_client_id_users_id_fk" FOREIGN KEY ("client_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "written_revisions" ADD CONSTRAINT "written_revisions_note_id_private_notes_id_fk" FOREIGN KEY ("note_id") REFERENCES "public"."private_notes"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "written_revisions" ADD CONSTRAINT "written_revisions_summary_id_shared_summaries_id_fk" FOREIGN KEY ("summary_id") REFERENCES "public"."shared_summaries"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "written_revisions" ADD CONSTRAINT "written_revisions_coach_id_coaches_id_fk" FOREIGN KEY ("coach_id") REFERENCES "public"."coaches"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "screening_moves" ADD CONSTRAINT "screening_moves_screening_id_screenings_id_fk" FOREIGN KEY ("screening_id") REFERENCES "public"."screenings"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "screening_moves" ADD CONSTRAINT "screening_moves_coach_id_coaches_id_fk" FOREIGN KEY ("coach_id") REFERENCES "public"."coaches"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "screenings" ADD CONSTRAINT "screenings_client_id_users_id_fk" FOREIGN KEY ("client_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "screenings" ADD CONSTRAINT "screenings_coach_id_coaches_id_fk" FOREIGN KEY ("coach_id") REFERENCES "public"."coaches"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "screenings" ADD CONSTRAINT "screenings_template_version_id_template_versions_id_fk" FOREIGN KEY ("template_version_id") REFERENCES "public"."template_versions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "support_resources" ADD CONSTRAINT "support_resources_changed_by_users_id_fk" FOREIGN KEY ("changed_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "consent_texts_version" ON "consent_texts" USING btree ("topic","version");--> statement-breakpoint
CREATE UNIQUE INDEX "consents_one" ON "consents" USING btree ("client_id","coach_id","text_id") WHERE "consents"."withdrawn_at" is null;--> statement-breakpoint
CREATE INDEX "consents_of" ON "consents" USING btree ("client_id","coach_id","topic","signed_at");--> statement-breakpoint
CREATE INDEX "consents_coach" ON "consents" USING btree ("coach_id","client_id");--> statement-breakpoint
CREATE UNIQUE INDEX "safety_plans_one" ON "safety_plans" USING btree ("client_id","coach_id");--> statement-breakpoint
CREATE INDEX "safety_plans_coach" ON "safety_plans" USING btree ("coach_id","client_id");--> statement-breakpoint
CREATE INDEX "note_templates_coach" ON "note_templates" USING btree ("coach_id","kind","part");--> statement-breakpoint
CREATE UNIQUE INDEX "private_notes_one" ON "private_notes" USING btree ("coach_id","purpose",coalesce("booking_id", '00000000-0000-0000-0000-000000000000'),coalesce("about_id", '00000000-0000-0000-0000-000000000000'));--> statement-breakpoint
CREATE INDEX "private_notes_booking" ON "private_notes" USING btree ("booking_id");--> statement-breakpoint
CREATE INDEX "private_notes_about" ON "private_notes" USING btree ("about_id","coach_id","written_at");--> statement-breakpoint
CREATE UNIQUE INDEX "sent_summaries_one" ON "sent_summaries" USING btree ("summary_id") WHERE "sent_summaries"."withdrawn_at" is null;--> statement-breakpoint
CREATE INDEX "sent_summaries_reader" ON "sent_summaries" USING btree ("client_id","sent_at");--> statement-breakpoint
CREATE INDEX "sent_summaries_booking" ON "sent_summaries" USING btree ("booking_id");--> statement-breakpoint
CREATE UNIQUE INDEX "shared_summaries_one" ON "shared_summaries" USING btree ("booking_id","client_id");--> statement-breakpoint
CREATE UNIQUE INDEX "written_revisions_note" ON "written_revisions" USING btree ("note_id","revision");--> statement-breakpoint
CREATE UNIQUE INDEX "written_revisions_summary" ON "written_revisions" USING btree ("summary_id","revision");--> statement-breakpoint
CREATE INDEX "screening_moves_of" ON "screening_moves" USING btree ("screening_id","moved_at");--> statement-breakpoint
CREATE UNIQUE INDEX "screenings_now" ON "screenings" USING btree ("client_id","coach_id") WHERE "screenings"."replaced_at" is null;--> statement-breakpoint
CREATE INDEX "screenings_coach" ON "screenings" USING btree ("coach_id","client_id","shared_at");--> statement-breakpoint
ALTER TABLE "flags" ADD CONSTRAINT "flags_screening_id_screenings_id_fk" FOREIGN KEY ("screening_id") REFERENCES "public"."screenings"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "flags_screening" ON "flags" USING btree ("screening_id");--> statement-breakpoint
CREATE INDEX "flags_reopening" ON "flags" USING btree ("client_id","coach_id","raised_at") WHERE "flags"."reopens_screening";--> statement-breakpoint
CREATE INDEX "reflection_shares_shown" ON "reflection_shares" USING btree ("reader_id","author_id","readable_from") WHERE "reflection_shares"."withdrawn_at" is null;--> statement-breakpoint
CREATE INDEX "reflection_shares_booking" ON "reflection_shares" USING btree ("booking_id");--> statement-breakpoint
ALTER TABLE "flags" ADD CONSTRAINT "flags_of" CHECK (num_nonnulls("flags"."share_id", "flags"."screening_id") = 1);
--> statement-breakpoint
create function my_coaches() returns setof uuid language sql stable security definer set search_path = public, pg_temp
  as $$ select coach_id from journey_members where client_id = viewer() and left_at is null $$;
--> statement-breakpoint
alter table private_notes enable row level security;
--> statement-breakpoint
alter table shared_summaries enable row level security;
--> statement-breakpoint
alter table sent_summaries enable row level security;
--> statement-breakpoint
alter table written_revisions enable row level security;
--> statement-breakpoint
alter table note_templates enable row level security;
--> statement-breakpoint
alter table screenings enable row level security;
--> statement-breakpoint
alter table screening_moves enable row level security;
--> statement-breakpoint
alter table consent_texts enable row level security;
--> statement-breakpoint
alter table consents enable row level security;
--> statement-breakpoint
alter table consents_asked_again enable row level security;
--> statement-breakpoint
alter table safety_plans enable row level security;
--> statement-breakpoint
alter table support_resources enable row level security;
--> statement-breakpoint
grant select, insert, update (words, revision, written_at, finished_at) on private_notes to portal;
--> statement-breakpoint
grant select, insert, update (words, revision, written_at) on shared_summaries to portal;
--> statement-breakpoint
grant select, insert, update (withdrawn_at) on sent_summaries to portal;
--> statement-breakpoint
grant select, insert on written_revisions to portal;
--> statement-breakpoint
grant select, insert, update (name, fields, changed_at, removed_at) on note_templates to portal;
--> statement-breakpoint
grant select, insert, update (template_version_id, state, answers, revision, written_at, shared_at, replaced_at) on screenings to portal;
--> statement-breakpoint
grant select, insert on screening_moves to portal;
--> statement-breakpoint
grant select, insert, update (confirmed_at) on consent_texts to portal;
--> statement-breakpoint
grant select, insert, update (withdrawn_at) on consents to portal;
--> statement-breakpoint
grant select, insert, delete on consents_asked_again to portal;
--> statement-breakpoint
grant select, insert, delete, update (plan, revision, written_at, kept_until) on safety_plans to portal;
--> statement-breakpoint
grant select, insert, update on support_resources to portal;
--> statement-breakpoint
grant update (consulted) on flags to portal;
--> statement-breakpoint
grant update (archived_at) on journeys to portal;
--> statement-breakpoint
grant update (pronouns, languages) on clients to portal;
--> statement-breakpoint
create policy private_notes_own on private_notes for all to portal
  using (coach_id = (select viewer()))
  with check (coach_id = (select viewer())
    and (booking_id is null or booking_id in (select my_coached_bookings()))
    and (about_id is null or about_id in (select my_clients())));
--> statement-breakpoint
create policy shared_summaries_own on shared_summaries for all to portal
  using (coach_id = (select viewer()))
  with check (coach_id = (select viewer()) and booking_id in (select my_coached_bookings())
    and client_id in (select my_clients()));
--> statement-breakpoint
create policy sent_summaries_coach on sent_summaries for all to portal
  using (coach_id = (select viewer()))
  with check (coach_id = (select viewer()) and booking_id in (select my_coached_bookings())
    and client_id in (select my_clients()));
--> statement-breakpoint
create policy sent_summaries_read on sent_summaries for select to portal
  using (client_id = (select viewer()) and withdrawn_at is null);
--> statement-breakpoint
create policy written_revisions_own on written_revisions for all to portal
  using (coach_id = (select viewer()))
  with check (coach_id = (select viewer())
    and (note_id is null or note_id in (select id from private_notes))
    and (summary_id is null or summary_id in (select id from shared_summaries)));
--> statement-breakpoint
create policy note_templates_own on note_templates for all to portal
  using (coach_id = (select viewer())) with check (coach_id = (select viewer()));
--> statement-breakpoint
create policy screenings_own on screenings for all to portal
  using (client_id = (select viewer()))
  with check (client_id = (select viewer()) and coach_id in (select my_coaches()));
--> statement-breakpoint
create policy screenings_shown on screenings for select to portal
  using (coach_id = (select viewer()) and shared_at is not null);
--> statement-breakpoint
create policy screenings_moved on screenings for update to portal
  using (coach_id = (select viewer()) and shared_at is not null)
  with check (coach_id = (select viewer()) and shared_at is not null);
--> statement-breakpoint
-- Answers are their writer's, until they are shared; what is concluded from them is the coach's.
create function screening_kept_apart() returns trigger language plpgsql as $$
begin
  if current_user <> 'portal' then return new; end if;
  -- The portal's clock may be a little ahead of this one.
  if new.shared_at > clock_timestamp() + interval '1 minute' then
    raise exception 'nothing is shared before its time' using errcode = '42501';
  end if;
  if tg_op = 'INSERT' then
    if new.state not in ('not_started', 'shared') then
      raise exception 'only the coach decides this' using errcode = '42501';
    end if;
    return new;
  end if;
  if new.shared_at is distinct from old.shared_at and old.shared_at is not null then
    raise exception 'when it was shared stays as it was' using errcode = '42501';
  end if;
  if new.answers is distinct from old.answers and (old.state <> 'not_started' or viewer() is distinct from old.client_id) then
    raise exception 'answers stay as they were shared' using errcode = '42501';
  end if;
  if new.state is distinct from old.state and viewer() is distinct from old.coach_id
    and not (old.state = 'not_started' and new.state = 'shared') then
    raise exception 'only the coach decides this' using errcode = '42501';
  end if;
  return new;
end $$;
--> statement-breakpoint
create trigger screenings_kept_apart before insert or update on screenings for each row execute function screening_kept_apart();
--> statement-breakpoint
create policy screening_moves_own on screening_moves for all to portal
  using (coach_id = (select viewer()))
  with check (coach_id = (select viewer()) and screening_id in (select id from screenings where coach_id = (select viewer())));
--> statement-breakpoint
create policy consent_texts_seen on consent_texts for select to portal using (true);
--> statement-breakpoint
create policy consent_texts_written on consent_texts for all to portal
  using ((select viewer_is_owner()))
  with check ((select viewer_is_owner()) and (published_by is null or published_by = (select viewer())));
--> statement-breakpoint
create policy consents_own on consents for all to portal
  using (client_id = (select viewer()))
  with check (client_id = (select viewer()) and coach_id in (select my_coaches()));
--> statement-breakpoint
create policy consents_seen on consents for select to portal using (coach_id = (select viewer()));
--> statement-breakpoint
create policy consents_asked_again_own on consents_asked_again for all to portal
  using (coach_id = (select viewer()))
  with check (coach_id = (select viewer()) and booking_id in (select my_coached_bookings()));
--> statement-breakpoint
create policy safety_plans_own on safety_plans for all to portal
  using (client_id = (select viewer()))
  with check (client_id = (select viewer()) and coach_id in (select my_coaches()));
--> statement-breakpoint
create policy safety_plans_seen on safety_plans for select to portal using (coach_id = (select viewer()));
--> statement-breakpoint
create policy support_resources_seen on support_resources for select to portal using (true);
--> statement-breakpoint
create policy support_resources_written on support_resources for all to portal
  using ((select viewer_is_owner())) with check ((select viewer_is_owner()) and changed_by = (select viewer()));
--> statement-breakpoint
-- An answer to a health question counts once it was shared; it is not taken back.
alter policy flags_of_coach on flags
  using (coach_id = (select viewer()) and (screening_id is not null or flag_counts(share_id)));
--> statement-breakpoint
alter policy flags_settled on flags
  using (coach_id = (select viewer()) and (screening_id is not null or flag_counts(share_id)));
--> statement-breakpoint
create policy journeys_archived on journeys for update to portal
  using (coach_id = (select viewer())) with check (coach_id = (select viewer()));
--> statement-breakpoint
create policy clients_said on clients for update to portal
  using (id = (select viewer())) with check (id = (select viewer()));
