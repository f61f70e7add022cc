CREATE TYPE "public"."template_kind" AS ENUM('preparation', 'guidance', 'guidance_day', 'integration', 'couple', 'mentorship', 'check_in', 'own');--> statement-breakpoint
CREATE TABLE "reflection_templates" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"kind" "template_kind" NOT NULL,
	"name" text NOT NULL,
	"day" smallint,
	"position" smallint DEFAULT 0 NOT NULL,
	"archived_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "reflection_templates_day" CHECK (("reflection_templates"."kind" = 'check_in') = ("reflection_templates"."day" is not null) and coalesce("reflection_templates"."day" between 1 and 400, true))
);
--> statement-breakpoint
CREATE TABLE "template_versions" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"template_id" uuid NOT NULL,
	"number" integer NOT NULL,
	"questions" jsonb NOT NULL,
	"published_by" uuid,
	"published_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "session_types" ADD COLUMN "template_id" uuid;--> statement-breakpoint
ALTER TABLE "template_versions" ADD CONSTRAINT "template_versions_template_id_reflection_templates_id_fk" FOREIGN KEY ("template_id") REFERENCES "public"."reflection_templates"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "template_versions" ADD CONSTRAINT "template_versions_published_by_coaches_id_fk" FOREIGN KEY ("published_by") REFERENCES "public"."coaches"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "reflection_templates_kind" ON "reflection_templates" USING btree ("kind",coalesce("day", 0)) WHERE "reflection_templates"."kind" <> 'own';--> statement-breakpoint
CREATE UNIQUE INDEX "template_versions_number" ON "template_versions" USING btree ("template_id","number");--> statement-breakpoint
ALTER TABLE "session_types" ADD CONSTRAINT "session_types_template_id_reflection_templates_id_fk" FOREIGN KEY ("template_id") REFERENCES "public"."reflection_templates"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
alter table reflection_templates enable row level security;
--> statement-breakpoint
alter table template_versions enable row level security;
--> statement-breakpoint
grant select, insert, update (name, position, archived_at) on reflection_templates to portal;
--> statement-breakpoint
grant select, insert on template_versions to portal;
--> statement-breakpoint
-- Also what is archived: answers stay on the questions they were written to.
create policy reflection_templates_seen on reflection_templates for select to portal using (true);
--> statement-breakpoint
create policy reflection_templates_made on reflection_templates for insert to portal
  with check ((select viewer_is_coach()) and kind = 'own');
--> statement-breakpoint
create policy reflection_templates_changed on reflection_templates for update to portal
  using ((select viewer_is_coach())) with check ((select viewer_is_coach()));
--> statement-breakpoint
create policy template_versions_seen on template_versions for select to portal using (true);
--> statement-breakpoint
create policy template_versions_published on template_versions for insert to portal
  with check ((select viewer_is_coach()) and published_by = (select viewer()));
