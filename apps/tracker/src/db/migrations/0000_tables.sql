CREATE TABLE "api_tokens" (
	"id" text PRIMARY KEY NOT NULL,
	"organization_id" text NOT NULL,
	"isv_id" text,
	"name" text NOT NULL,
	"token_hash" text NOT NULL,
	"scopes" jsonb NOT NULL,
	"created_by" text NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL,
	"last_used_at" timestamp (3) with time zone,
	"revoked_at" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL,
	"version" integer DEFAULT 1 NOT NULL
);
--> statement-breakpoint
CREATE TABLE "invitations" (
	"id" text PRIMARY KEY NOT NULL,
	"organization_id" text NOT NULL,
	"isv_id" text,
	"role" text NOT NULL,
	"invitee" text NOT NULL,
	"token_hash" text NOT NULL,
	"invited_by" text NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL,
	"accepted_at" timestamp (3) with time zone,
	"accepted_by" text,
	"revoked_at" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL,
	"version" integer DEFAULT 1 NOT NULL
);
--> statement-breakpoint
CREATE TABLE "isvs" (
	"id" text PRIMARY KEY NOT NULL,
	"isv_id" text NOT NULL,
	"organization_id" text NOT NULL,
	"name" text NOT NULL,
	"external_id" text,
	"state" text NOT NULL,
	"pause_reason" text,
	"paused_at" timestamp (3) with time zone,
	"review_on" text,
	"time_zone" text NOT NULL,
	"owner_id" text,
	"created_at" timestamp (3) with time zone NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "isvs_self" CHECK ("isvs"."isv_id" = "isvs"."id")
);
--> statement-breakpoint
CREATE TABLE "memberships" (
	"id" text PRIMARY KEY NOT NULL,
	"organization_id" text NOT NULL,
	"isv_id" text,
	"user_id" text NOT NULL,
	"role" text NOT NULL,
	"source" text NOT NULL,
	"revoked_at" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL,
	"version" integer DEFAULT 1 NOT NULL
);
--> statement-breakpoint
CREATE TABLE "organizations" (
	"id" text PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"time_zone" text NOT NULL,
	"holidays" jsonb NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL,
	"version" integer DEFAULT 1 NOT NULL
);
--> statement-breakpoint
CREATE TABLE "sessions" (
	"id" text PRIMARY KEY NOT NULL,
	"token_hash" text NOT NULL,
	"user_id" text NOT NULL,
	"user_agent" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"last_seen_at" timestamp (3) with time zone NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL,
	"revoked_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "sign_in_attempts" (
	"state" text PRIMARY KEY NOT NULL,
	"nonce" text NOT NULL,
	"code_verifier" text NOT NULL,
	"return_to" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "users" (
	"id" text PRIMARY KEY NOT NULL,
	"entra_tenant_id" text NOT NULL,
	"object_id" text NOT NULL,
	"name" text NOT NULL,
	"username" text NOT NULL,
	"language" text NOT NULL,
	"theme" text NOT NULL,
	"shortcuts" boolean NOT NULL,
	"last_sign_in_at" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL,
	"version" integer DEFAULT 1 NOT NULL
);
--> statement-breakpoint
CREATE TABLE "ball_log" (
	"id" text PRIMARY KEY NOT NULL,
	"isv_id" text NOT NULL,
	"organization_id" text NOT NULL,
	"product_id" text NOT NULL,
	"stage" text NOT NULL,
	"ball" text NOT NULL,
	"since" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "external_waits" (
	"id" text PRIMARY KEY NOT NULL,
	"isv_id" text NOT NULL,
	"organization_id" text NOT NULL,
	"product_id" text NOT NULL,
	"submission_id" text,
	"step" integer NOT NULL,
	"kind" text NOT NULL,
	"state" text NOT NULL,
	"started_at" timestamp (3) with time zone NOT NULL,
	"due_at" timestamp (3) with time zone NOT NULL,
	"ended_at" timestamp (3) with time zone,
	"owner_id" text,
	"version" integer DEFAULT 1 NOT NULL
);
--> statement-breakpoint
CREATE TABLE "goal_sets" (
	"id" text PRIMARY KEY NOT NULL,
	"isv_id" text NOT NULL,
	"organization_id" text NOT NULL,
	"product_id" text NOT NULL,
	"number" integer NOT NULL,
	"state" text NOT NULL,
	"goals" jsonb NOT NULL,
	"edition" text NOT NULL,
	"kind" text NOT NULL,
	"publisher" text NOT NULL,
	"set_by" text NOT NULL,
	"set_at" timestamp (3) with time zone NOT NULL,
	"version" integer DEFAULT 1 NOT NULL
);
--> statement-breakpoint
CREATE TABLE "item_states" (
	"product_id" text NOT NULL,
	"item_id" text NOT NULL,
	"isv_id" text NOT NULL,
	"organization_id" text NOT NULL,
	"record" jsonb NOT NULL,
	"verdict" text NOT NULL,
	"ball" text NOT NULL,
	"regressed" boolean NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "item_states_product_id_item_id_pk" PRIMARY KEY("product_id","item_id")
);
--> statement-breakpoint
CREATE TABLE "product_summaries" (
	"product_id" text PRIMARY KEY NOT NULL,
	"isv_id" text NOT NULL,
	"organization_id" text NOT NULL,
	"isv_name" text NOT NULL,
	"product_name" text NOT NULL,
	"owner_id" text,
	"status" text NOT NULL,
	"cells" text NOT NULL,
	"strengths" text NOT NULL,
	"proved" integer NOT NULL,
	"total" integer NOT NULL,
	"failing" integer NOT NULL,
	"regressed" integer NOT NULL,
	"health" text NOT NULL,
	"health_rank" integer NOT NULL,
	"because" jsonb NOT NULL,
	"next_action" jsonb,
	"ball" text NOT NULL,
	"stage" text NOT NULL,
	"stage_since" timestamp (3) with time zone NOT NULL,
	"next_due" date,
	"changes_at" timestamp (3) with time zone,
	"input_hash" text NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "products" (
	"id" text PRIMARY KEY NOT NULL,
	"isv_id" text NOT NULL,
	"organization_id" text NOT NULL,
	"name" text NOT NULL,
	"external_id" text,
	"kind" text NOT NULL,
	"edition" text NOT NULL,
	"publisher" text NOT NULL,
	"goals" jsonb,
	"targets" jsonb NOT NULL,
	"declared" text,
	"stuck" jsonb,
	"created_at" timestamp (3) with time zone NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "products_tenant" UNIQUE("id","isv_id")
);
--> statement-breakpoint
CREATE TABLE "submissions" (
	"id" text PRIMARY KEY NOT NULL,
	"isv_id" text NOT NULL,
	"organization_id" text NOT NULL,
	"product_id" text NOT NULL,
	"step" integer NOT NULL,
	"state" text NOT NULL,
	"channel" text NOT NULL,
	"reference" text,
	"note" text,
	"run_id" text,
	"created_by" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL,
	"version" integer DEFAULT 1 NOT NULL
);
--> statement-breakpoint
CREATE TABLE "blobs" (
	"isv_id" text NOT NULL,
	"organization_id" text NOT NULL,
	"hash" text NOT NULL,
	"content" "bytea" NOT NULL,
	"size" integer NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "blobs_isv_id_hash_pk" PRIMARY KEY("isv_id","hash")
);
--> statement-breakpoint
CREATE TABLE "comments" (
	"id" text PRIMARY KEY NOT NULL,
	"isv_id" text NOT NULL,
	"organization_id" text NOT NULL,
	"product_id" text NOT NULL,
	"item_id" text,
	"visibility" text NOT NULL,
	"author_id" text NOT NULL,
	"author_name" text NOT NULL,
	"body" text NOT NULL,
	"earlier" jsonb NOT NULL,
	"hidden_at" timestamp (3) with time zone,
	"hidden_by" text,
	"created_at" timestamp (3) with time zone NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL,
	"version" integer DEFAULT 1 NOT NULL
);
--> statement-breakpoint
CREATE TABLE "disputes" (
	"id" text PRIMARY KEY NOT NULL,
	"isv_id" text NOT NULL,
	"organization_id" text NOT NULL,
	"product_id" text NOT NULL,
	"item_id" text NOT NULL,
	"run_id" text NOT NULL,
	"rule" text NOT NULL,
	"fingerprint" text NOT NULL,
	"reason" text NOT NULL,
	"state" text NOT NULL,
	"opened_by" text NOT NULL,
	"opened_at" timestamp (3) with time zone NOT NULL,
	"answer" text,
	"answered_by" text,
	"answered_at" timestamp (3) with time zone,
	"version" integer DEFAULT 1 NOT NULL
);
--> statement-breakpoint
CREATE TABLE "evidence" (
	"id" text PRIMARY KEY NOT NULL,
	"isv_id" text NOT NULL,
	"organization_id" text NOT NULL,
	"product_id" text NOT NULL,
	"item_id" text NOT NULL,
	"state" text NOT NULL,
	"current" integer NOT NULL,
	"valid_until" timestamp (3) with time zone,
	"accepted_hash" text,
	"created_by" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL,
	"version" integer DEFAULT 1 NOT NULL
);
--> statement-breakpoint
CREATE TABLE "evidence_versions" (
	"id" text PRIMARY KEY NOT NULL,
	"isv_id" text NOT NULL,
	"organization_id" text NOT NULL,
	"evidence_id" text NOT NULL,
	"number" integer NOT NULL,
	"kind" text NOT NULL,
	"file_name" text,
	"media_type" text,
	"size" integer,
	"hash" text NOT NULL,
	"link" text,
	"statement" text,
	"uploaded_by" text NOT NULL,
	"uploaded_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "review_decisions" (
	"review_id" text NOT NULL,
	"item_id" text NOT NULL,
	"isv_id" text NOT NULL,
	"organization_id" text NOT NULL,
	"product_id" text NOT NULL,
	"decision" text NOT NULL,
	"note" text,
	"decided_by" text NOT NULL,
	"decided_at" timestamp (3) with time zone NOT NULL,
	"deprecated_at" timestamp (3) with time zone,
	CONSTRAINT "review_decisions_review_id_item_id_pk" PRIMARY KEY("review_id","item_id")
);
--> statement-breakpoint
CREATE TABLE "review_requests" (
	"id" text PRIMARY KEY NOT NULL,
	"isv_id" text NOT NULL,
	"organization_id" text NOT NULL,
	"product_id" text NOT NULL,
	"step" integer NOT NULL,
	"state" text NOT NULL,
	"requested_by" text NOT NULL,
	"requested_at" timestamp (3) with time zone NOT NULL,
	"message" text,
	"claimed_by" text,
	"claimed_until" timestamp (3) with time zone,
	"decided_by" text,
	"decided_at" timestamp (3) with time zone,
	"note" text,
	"snapshot" jsonb NOT NULL,
	"draft" jsonb,
	"version" integer DEFAULT 1 NOT NULL
);
--> statement-breakpoint
CREATE TABLE "run_reports" (
	"run_id" text PRIMARY KEY NOT NULL,
	"isv_id" text NOT NULL,
	"organization_id" text NOT NULL,
	"report" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "verification_runs" (
	"id" text PRIMARY KEY NOT NULL,
	"isv_id" text NOT NULL,
	"organization_id" text NOT NULL,
	"product_id" text NOT NULL,
	"counts" boolean NOT NULL,
	"state" text NOT NULL,
	"room" text NOT NULL,
	"profile" text NOT NULL,
	"rule_set" text NOT NULL,
	"input_hash" text NOT NULL,
	"files" jsonb NOT NULL,
	"families" jsonb,
	"errors" integer,
	"warnings" integer,
	"notes" integer,
	"operations" integer,
	"duration_milliseconds" integer,
	"problem" text,
	"previous_run_id" text,
	"requested_by" text NOT NULL,
	"requested_at" timestamp (3) with time zone NOT NULL,
	"started_at" timestamp (3) with time zone,
	"finished_at" timestamp (3) with time zone,
	"version" integer DEFAULT 1 NOT NULL
);
--> statement-breakpoint
CREATE TABLE "waivers" (
	"id" text PRIMARY KEY NOT NULL,
	"isv_id" text NOT NULL,
	"organization_id" text NOT NULL,
	"product_id" text NOT NULL,
	"item_id" text NOT NULL,
	"state" text NOT NULL,
	"reason" text NOT NULL,
	"requested_by" text NOT NULL,
	"requested_at" timestamp (3) with time zone NOT NULL,
	"decided_by" text,
	"decided_at" timestamp (3) with time zone,
	"decision_note" text,
	"expires_at" timestamp (3) with time zone,
	"version" integer DEFAULT 1 NOT NULL
);
--> statement-breakpoint
CREATE TABLE "audit_events" (
	"id" text PRIMARY KEY NOT NULL,
	"organization_id" text NOT NULL,
	"isv_id" text,
	"chain" text NOT NULL,
	"sequence" integer NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"actor_id" text NOT NULL,
	"actor_name" text NOT NULL,
	"actor_kind" text NOT NULL,
	"action" text NOT NULL,
	"subject_type" text NOT NULL,
	"subject_id" text NOT NULL,
	"sentence" jsonb NOT NULL,
	"detail" jsonb NOT NULL,
	"request_id" text,
	"previous_hash" text NOT NULL,
	"hash" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "audit_heads" (
	"chain" text PRIMARY KEY NOT NULL,
	"organization_id" text NOT NULL,
	"isv_id" text,
	"sequence" integer NOT NULL,
	"hash" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "idempotency_records" (
	"principal_id" text NOT NULL,
	"place" text NOT NULL,
	"key" text NOT NULL,
	"verb" text NOT NULL,
	"input_hash" text NOT NULL,
	"result" jsonb,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "idempotency_records_principal_id_place_key_pk" PRIMARY KEY("principal_id","place","key")
);
--> statement-breakpoint
CREATE TABLE "jobs" (
	"id" text PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"organization_id" text NOT NULL,
	"isv_id" text,
	"payload" jsonb NOT NULL,
	"key" text,
	"run_at" timestamp (3) with time zone NOT NULL,
	"attempts" integer NOT NULL,
	"locked_until" timestamp (3) with time zone,
	"last_error" text,
	"done_at" timestamp (3) with time zone,
	"failed_at" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "api_tokens" ADD CONSTRAINT "api_tokens_organization_id_organizations_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organizations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "api_tokens" ADD CONSTRAINT "api_tokens_created_by_users_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invitations" ADD CONSTRAINT "invitations_organization_id_organizations_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organizations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "isvs" ADD CONSTRAINT "isvs_organization_id_organizations_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organizations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "memberships" ADD CONSTRAINT "memberships_organization_id_organizations_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organizations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "memberships" ADD CONSTRAINT "memberships_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ball_log" ADD CONSTRAINT "ball_log_product_id_isv_id_products_id_isv_id_fk" FOREIGN KEY ("product_id","isv_id") REFERENCES "public"."products"("id","isv_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "external_waits" ADD CONSTRAINT "external_waits_product_id_isv_id_products_id_isv_id_fk" FOREIGN KEY ("product_id","isv_id") REFERENCES "public"."products"("id","isv_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "goal_sets" ADD CONSTRAINT "goal_sets_product_id_isv_id_products_id_isv_id_fk" FOREIGN KEY ("product_id","isv_id") REFERENCES "public"."products"("id","isv_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "item_states" ADD CONSTRAINT "item_states_product_id_isv_id_products_id_isv_id_fk" FOREIGN KEY ("product_id","isv_id") REFERENCES "public"."products"("id","isv_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "product_summaries" ADD CONSTRAINT "product_summaries_product_id_isv_id_products_id_isv_id_fk" FOREIGN KEY ("product_id","isv_id") REFERENCES "public"."products"("id","isv_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "products" ADD CONSTRAINT "products_isv_id_isvs_id_fk" FOREIGN KEY ("isv_id") REFERENCES "public"."isvs"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "submissions" ADD CONSTRAINT "submissions_product_id_isv_id_products_id_isv_id_fk" FOREIGN KEY ("product_id","isv_id") REFERENCES "public"."products"("id","isv_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "comments" ADD CONSTRAINT "comments_product_id_isv_id_products_id_isv_id_fk" FOREIGN KEY ("product_id","isv_id") REFERENCES "public"."products"("id","isv_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "disputes" ADD CONSTRAINT "disputes_product_id_isv_id_products_id_isv_id_fk" FOREIGN KEY ("product_id","isv_id") REFERENCES "public"."products"("id","isv_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "evidence" ADD CONSTRAINT "evidence_product_id_isv_id_products_id_isv_id_fk" FOREIGN KEY ("product_id","isv_id") REFERENCES "public"."products"("id","isv_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "evidence_versions" ADD CONSTRAINT "evidence_versions_evidence_id_evidence_id_fk" FOREIGN KEY ("evidence_id") REFERENCES "public"."evidence"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "review_decisions" ADD CONSTRAINT "review_decisions_review_id_review_requests_id_fk" FOREIGN KEY ("review_id") REFERENCES "public"."review_requests"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "review_requests" ADD CONSTRAINT "review_requests_product_id_isv_id_products_id_isv_id_fk" FOREIGN KEY ("product_id","isv_id") REFERENCES "public"."products"("id","isv_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "run_reports" ADD CONSTRAINT "run_reports_run_id_verification_runs_id_fk" FOREIGN KEY ("run_id") REFERENCES "public"."verification_runs"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "verification_runs" ADD CONSTRAINT "verification_runs_product_id_isv_id_products_id_isv_id_fk" FOREIGN KEY ("product_id","isv_id") REFERENCES "public"."products"("id","isv_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "waivers" ADD CONSTRAINT "waivers_product_id_isv_id_products_id_isv_id_fk" FOREIGN KEY ("product_id","isv_id") REFERENCES "public"."products"("id","isv_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "api_tokens_token" ON "api_tokens" USING btree ("token_hash");--> statement-breakpoint
CREATE UNIQUE INDEX "invitations_token" ON "invitations" USING btree ("token_hash");--> statement-breakpoint
CREATE UNIQUE INDEX "isvs_external" ON "isvs" USING btree ("organization_id","external_id");--> statement-breakpoint
CREATE INDEX "memberships_user" ON "memberships" USING btree ("user_id");--> statement-breakpoint
CREATE UNIQUE INDEX "memberships_once" ON "memberships" USING btree ("organization_id",coalesce("isv_id", ''),"user_id","role") WHERE "memberships"."revoked_at" is null;--> statement-breakpoint
CREATE UNIQUE INDEX "sessions_token" ON "sessions" USING btree ("token_hash");--> statement-breakpoint
CREATE INDEX "sessions_user" ON "sessions" USING btree ("user_id");--> statement-breakpoint
CREATE UNIQUE INDEX "users_identity" ON "users" USING btree ("entra_tenant_id","object_id");--> statement-breakpoint
CREATE INDEX "ball_log_product" ON "ball_log" USING btree ("product_id","since");--> statement-breakpoint
CREATE INDEX "external_waits_product" ON "external_waits" USING btree ("product_id");--> statement-breakpoint
CREATE UNIQUE INDEX "goal_sets_number" ON "goal_sets" USING btree ("product_id","number");--> statement-breakpoint
CREATE INDEX "product_summaries_health" ON "product_summaries" USING btree ("organization_id","health_rank","stage_since","product_id");--> statement-breakpoint
CREATE INDEX "product_summaries_name" ON "product_summaries" USING btree ("organization_id","isv_name","product_name","product_id");--> statement-breakpoint
CREATE INDEX "product_summaries_changes" ON "product_summaries" USING btree ("changes_at");--> statement-breakpoint
CREATE UNIQUE INDEX "products_external" ON "products" USING btree ("isv_id","external_id");--> statement-breakpoint
CREATE INDEX "products_isv" ON "products" USING btree ("isv_id");--> statement-breakpoint
CREATE INDEX "submissions_product" ON "submissions" USING btree ("product_id");--> statement-breakpoint
CREATE INDEX "comments_item" ON "comments" USING btree ("product_id","item_id","created_at");--> statement-breakpoint
CREATE INDEX "disputes_item" ON "disputes" USING btree ("product_id","item_id");--> statement-breakpoint
CREATE INDEX "disputes_queue" ON "disputes" USING btree ("organization_id","state","opened_at");--> statement-breakpoint
CREATE INDEX "evidence_item" ON "evidence" USING btree ("product_id","item_id");--> statement-breakpoint
CREATE UNIQUE INDEX "evidence_versions_number" ON "evidence_versions" USING btree ("evidence_id","number");--> statement-breakpoint
CREATE INDEX "review_decisions_item" ON "review_decisions" USING btree ("product_id","item_id");--> statement-breakpoint
CREATE INDEX "review_requests_queue" ON "review_requests" USING btree ("organization_id","state","requested_at");--> statement-breakpoint
CREATE INDEX "review_requests_product" ON "review_requests" USING btree ("product_id","step");--> statement-breakpoint
CREATE INDEX "verification_runs_product" ON "verification_runs" USING btree ("product_id","requested_at");--> statement-breakpoint
CREATE INDEX "waivers_item" ON "waivers" USING btree ("product_id","item_id");--> statement-breakpoint
CREATE INDEX "waivers_queue" ON "waivers" USING btree ("organization_id","state","requested_at");--> statement-breakpoint
CREATE UNIQUE INDEX "audit_events_sequence" ON "audit_events" USING btree ("chain","sequence");--> statement-breakpoint
CREATE INDEX "audit_events_time" ON "audit_events" USING btree ("organization_id","at");--> statement-breakpoint
CREATE INDEX "audit_events_isv" ON "audit_events" USING btree ("isv_id","at");--> statement-breakpoint
CREATE INDEX "audit_events_subject" ON "audit_events" USING btree ("subject_id");--> statement-breakpoint
CREATE INDEX "idempotency_records_age" ON "idempotency_records" USING btree ("created_at");--> statement-breakpoint
CREATE INDEX "jobs_due" ON "jobs" USING btree ("done_at","failed_at","run_at");