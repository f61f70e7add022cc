CREATE TABLE "sealing_keys" (
	"id" text PRIMARY KEY NOT NULL,
	"answer" "bytea" NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"removed_at" timestamp with time zone
);

--> statement-breakpoint
alter table sealing_keys enable row level security;
