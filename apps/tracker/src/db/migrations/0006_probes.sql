CREATE TABLE "probes" (
	"id" text PRIMARY KEY NOT NULL,
	"isv_id" text NOT NULL,
	"organization_id" text NOT NULL,
	"product_id" text NOT NULL,
	"item_id" text NOT NULL,
	"evidence_id" text NOT NULL,
	"number" integer NOT NULL,
	"address" text NOT NULL,
	"seen" jsonb,
	"doubt" jsonb,
	"unseen" jsonb,
	"troubles" integer NOT NULL,
	"passed_at" timestamp (3) with time zone,
	"looked_at" timestamp (3) with time zone,
	"asked_by" text NOT NULL,
	"asked_at" timestamp (3) with time zone NOT NULL,
	"next_look_at" timestamp (3) with time zone NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL,
	"version" integer DEFAULT 1 NOT NULL
);
--> statement-breakpoint
ALTER TABLE "probes" ADD CONSTRAINT "probes_evidence_id_evidence_id_fk" FOREIGN KEY ("evidence_id") REFERENCES "public"."evidence"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "probes" ADD CONSTRAINT "probes_product_id_isv_id_products_id_isv_id_fk" FOREIGN KEY ("product_id","isv_id") REFERENCES "public"."products"("id","isv_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "probes_version" ON "probes" USING btree ("evidence_id","number");--> statement-breakpoint
CREATE INDEX "probes_item" ON "probes" USING btree ("product_id","item_id");--> statement-breakpoint
CREATE INDEX "probes_due" ON "probes" USING btree ("organization_id","next_look_at");--> statement-breakpoint
-- As on every table that names a tenant.
GRANT SELECT, INSERT, UPDATE, DELETE ON "probes" TO sevenstep_runtime;--> statement-breakpoint
ALTER TABLE "probes" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "probes" FORCE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE POLICY tenant ON "probes" TO sevenstep_runtime USING (
  organization_id = (SELECT nullif(current_setting('app.organization_id', true), ''))
  OR (
    isv_id = (SELECT nullif(current_setting('app.isv_id', true), ''))
    AND organization_id = (SELECT nullif(current_setting('app.isv_organization', true), ''))
  )
);
