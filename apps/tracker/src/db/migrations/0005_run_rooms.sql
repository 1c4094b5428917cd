-- A run may be judged by the rules of several steps, and what went wrong with it is told in both languages.
ALTER TABLE "verification_runs" ALTER COLUMN "room" SET DATA TYPE jsonb USING jsonb_build_array("room");--> statement-breakpoint
ALTER TABLE "verification_runs" RENAME COLUMN "room" TO "rooms";--> statement-breakpoint
ALTER TABLE "verification_runs" ADD COLUMN "edition" text NOT NULL DEFAULT 'current';--> statement-breakpoint
ALTER TABLE "verification_runs" ALTER COLUMN "edition" DROP DEFAULT;--> statement-breakpoint
ALTER TABLE "verification_runs" ALTER COLUMN "problem" SET DATA TYPE jsonb USING CASE WHEN "problem" IS NULL THEN NULL ELSE jsonb_build_object('en', "problem", 'nl', "problem") END;--> statement-breakpoint
ALTER TABLE "run_reports" ADD COLUMN "drawings" jsonb DEFAULT '[]'::jsonb NOT NULL;
