-- Reports that are there already have nothing to show beside them.
ALTER TABLE "run_reports" ADD COLUMN "detail" jsonb NOT NULL DEFAULT '{"files": [], "shown": {}, "secrets": []}';--> statement-breakpoint
ALTER TABLE "run_reports" ALTER COLUMN "detail" DROP DEFAULT;
