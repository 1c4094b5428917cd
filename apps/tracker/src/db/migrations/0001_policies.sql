-- Who may see and change what. The program works as sevenstep_runtime (or as a login role that is a member of it), and
-- the policies below hold whatever a query says. A setting that is not set is null, and null matches no row.
--
-- Tables are owned by whoever runs the migrations; FORCE makes the policies hold for that role too, unless it is a
-- superuser or has BYPASSRLS. A later migration that changes rows must lift FORCE on the table for its own duration.
DO $$
BEGIN
  IF NOT EXISTS (SELECT FROM pg_catalog.pg_roles WHERE rolname = 'sevenstep_runtime') THEN
    BEGIN
      CREATE ROLE sevenstep_runtime NOLOGIN NOSUPERUSER NOBYPASSRLS NOCREATEDB NOCREATEROLE;
    EXCEPTION WHEN duplicate_object OR unique_violation THEN
      NULL; -- Roles belong to the whole cluster: another database's migration made it at this very moment.
    END;
  END IF;
END
$$;
--> statement-breakpoint
GRANT USAGE ON SCHEMA public, drizzle TO sevenstep_runtime;
--> statement-breakpoint
GRANT SELECT ON drizzle.__drizzle_migrations TO sevenstep_runtime;
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE, DELETE ON
  isvs, memberships, invitations, sessions, sign_in_attempts, api_tokens, products, goal_sets, item_states,
  product_summaries, ball_log, submissions, external_waits, evidence, verification_runs, review_requests, waivers,
  disputes, comments, idempotency_records, jobs
TO sevenstep_runtime;
--> statement-breakpoint
-- People and programmes are never deleted: the audit trail names them.
GRANT SELECT, INSERT, UPDATE ON organizations, users, audit_heads TO sevenstep_runtime;
--> statement-breakpoint
-- Written once: what happened, what was handed in, what a check said.
GRANT SELECT, INSERT ON audit_events, evidence_versions, run_reports TO sevenstep_runtime;
--> statement-breakpoint
-- Named by their hash, so never changed; deleted when nothing names them any more.
GRANT SELECT, INSERT, DELETE ON blobs TO sevenstep_runtime;
--> statement-breakpoint
-- A reviewer's word stands; it can only cease to count.
GRANT SELECT, INSERT ON review_decisions TO sevenstep_runtime;
--> statement-breakpoint
GRANT UPDATE (deprecated_at) ON review_decisions TO sevenstep_runtime;
--> statement-breakpoint
-- A tenant's rows are seen and written in the scope of that ISV, or in the scope of the whole programme. The settings stand
-- in subqueries so that they are read once a query and not once a row.
DO $$
DECLARE
  tenant_table text;
BEGIN
  FOREACH tenant_table IN ARRAY ARRAY[
    'isvs', 'memberships', 'invitations', 'api_tokens', 'products', 'goal_sets', 'item_states', 'product_summaries',
    'ball_log', 'submissions', 'external_waits', 'evidence', 'evidence_versions', 'blobs', 'verification_runs',
    'run_reports', 'review_requests', 'review_decisions', 'waivers', 'disputes', 'comments', 'audit_events', 'audit_heads'
  ] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', tenant_table);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', tenant_table);
    EXECUTE format($policy$
      CREATE POLICY tenant ON %I TO sevenstep_runtime USING (
        organization_id = (SELECT nullif(current_setting('app.organization_id', true), ''))
        OR (
          isv_id = (SELECT nullif(current_setting('app.isv_id', true), ''))
          AND organization_id = (SELECT nullif(current_setting('app.isv_organization', true), ''))
        )
      )
    $policy$, tenant_table);
  END LOOP;
END
$$;
--> statement-breakpoint
-- The programme's internal comments: in an ISV's scope only where the program said that the reader works for the programme.
CREATE POLICY internal ON comments AS RESTRICTIVE TO sevenstep_runtime USING (
  visibility = 'shared'
  OR (SELECT nullif(current_setting('app.organization_id', true), '')) IS NOT NULL
  OR (SELECT current_setting('app.internal', true)) = 'on'
);
--> statement-breakpoint
-- Before anybody's roles are known: a person's own memberships, and what the secret in their hand opens.
CREATE POLICY own ON memberships FOR SELECT TO sevenstep_runtime
  USING (user_id = (SELECT nullif(current_setting('app.user_id', true), '')));
--> statement-breakpoint
CREATE POLICY opened ON invitations FOR SELECT TO sevenstep_runtime
  USING (token_hash = (SELECT nullif(current_setting('app.secret_hash', true), '')));
--> statement-breakpoint
CREATE POLICY accepted ON invitations FOR UPDATE TO sevenstep_runtime
  USING (token_hash = (SELECT nullif(current_setting('app.secret_hash', true), '')));
--> statement-breakpoint
CREATE POLICY opened ON api_tokens FOR SELECT TO sevenstep_runtime
  USING (token_hash = (SELECT nullif(current_setting('app.secret_hash', true), '')));
--> statement-breakpoint
CREATE POLICY used ON api_tokens FOR UPDATE TO sevenstep_runtime
  USING (token_hash = (SELECT nullif(current_setting('app.secret_hash', true), '')));
