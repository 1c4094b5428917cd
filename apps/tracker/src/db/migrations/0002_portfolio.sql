CREATE TABLE "isv_counts" (
	"organization_id" text NOT NULL,
	"state" text NOT NULL,
	"isvs" integer NOT NULL,
	CONSTRAINT "isv_counts_organization_id_state_pk" PRIMARY KEY("organization_id","state")
);
--> statement-breakpoint
CREATE TABLE "portfolio_counts" (
	"organization_id" text NOT NULL,
	"owner_id" text NOT NULL,
	"isv_state" text NOT NULL,
	"health" text NOT NULL,
	"ball" text NOT NULL,
	"products" integer NOT NULL,
	"applies" integer[] NOT NULL,
	"proved" integer[] NOT NULL,
	CONSTRAINT "portfolio_counts_organization_id_owner_id_isv_state_health_ball_pk" PRIMARY KEY("organization_id","owner_id","isv_state","health","ball")
);
--> statement-breakpoint
-- Rows that are there already get their ISV's state; FORCE would hide them from the role that owns the tables.
ALTER TABLE "product_summaries" ADD COLUMN "isv_state" text NOT NULL DEFAULT 'active';--> statement-breakpoint
ALTER TABLE "product_summaries" NO FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "isvs" NO FORCE ROW LEVEL SECURITY;--> statement-breakpoint
UPDATE "product_summaries" SET "isv_state" = "isvs"."state" FROM "isvs" WHERE "isvs"."id" = "product_summaries"."isv_id";--> statement-breakpoint
ALTER TABLE "product_summaries" ALTER COLUMN "isv_state" DROP DEFAULT;--> statement-breakpoint
CREATE INDEX "external_waits_due" ON "external_waits" USING btree ("state","due_at");--> statement-breakpoint
CREATE INDEX "product_summaries_stage" ON "product_summaries" USING btree ("organization_id","stage_since","product_id");--> statement-breakpoint
CREATE INDEX "product_summaries_due" ON "product_summaries" USING btree ("organization_id",coalesce("next_due", '9999-12-31'),"product_id");--> statement-breakpoint
CREATE INDEX "product_summaries_ball" ON "product_summaries" USING btree ("organization_id","ball","health_rank","stage_since","product_id");--> statement-breakpoint
CREATE INDEX "submissions_list" ON "submissions" USING btree ("organization_id","updated_at","id");--> statement-breakpoint
-- The counts above a portfolio follow their rows within the same transaction. The functions run as the role that owns the
-- tables, since nobody else may write counts; they read nothing but the row that changed.
CREATE FUNCTION count_product() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  change record;
BEGIN
  IF TG_OP = 'UPDATE' AND
    (OLD.organization_id, OLD.owner_id, OLD.isv_state, OLD.health, OLD.ball, OLD.cells) IS NOT DISTINCT FROM
    (NEW.organization_id, NEW.owner_id, NEW.isv_state, NEW.health, NEW.ball, NEW.cells)
  THEN
    RETURN NULL;
  END IF;
  -- In the order of the key, so that two transactions take the same locks in the same order.
  FOR change IN
    SELECT organization_id, coalesce(owner_id, '') AS owner_id, isv_state, health, ball, delta,
      array(SELECT CASE WHEN substr(cells, step, 1) IN ('-', '?') THEN 0 ELSE delta END
        FROM generate_series(1, 7) AS step ORDER BY step) AS applies,
      array(SELECT CASE WHEN substr(cells, step, 1) = 'p' THEN delta ELSE 0 END
        FROM generate_series(1, 7) AS step ORDER BY step) AS proved
    FROM (
      SELECT OLD.organization_id, OLD.owner_id, OLD.isv_state, OLD.health, OLD.ball, OLD.cells, -1 AS delta
      WHERE TG_OP <> 'INSERT'
      UNION ALL
      SELECT NEW.organization_id, NEW.owner_id, NEW.isv_state, NEW.health, NEW.ball, NEW.cells, 1
      WHERE TG_OP <> 'DELETE'
    ) AS changes
    ORDER BY 1, 2, 3, 4, 5
  LOOP
    INSERT INTO portfolio_counts AS counts VALUES (
      change.organization_id, change.owner_id, change.isv_state, change.health, change.ball, change.delta,
      change.applies, change.proved
    )
    ON CONFLICT (organization_id, owner_id, isv_state, health, ball) DO UPDATE SET
      products = counts.products + excluded.products,
      applies = array(SELECT a + b FROM unnest(counts.applies, excluded.applies) WITH ORDINALITY AS t(a, b, step)
        ORDER BY step),
      proved = array(SELECT a + b FROM unnest(counts.proved, excluded.proved) WITH ORDINALITY AS t(a, b, step)
        ORDER BY step);
  END LOOP;
  RETURN NULL;
END
$$;
--> statement-breakpoint
CREATE FUNCTION count_isv() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  change record;
BEGIN
  FOR change IN
    SELECT * FROM (
      SELECT OLD.organization_id, OLD.state, -1 AS delta WHERE TG_OP <> 'INSERT'
      UNION ALL
      SELECT NEW.organization_id, NEW.state, 1 WHERE TG_OP <> 'DELETE'
    ) AS changes
    ORDER BY 1, 2
  LOOP
    INSERT INTO isv_counts AS counts VALUES (change.organization_id, change.state, change.delta)
    ON CONFLICT (organization_id, state) DO UPDATE SET isvs = counts.isvs + excluded.isvs;
  END LOOP;
  RETURN NULL;
END
$$;
--> statement-breakpoint
REVOKE ALL ON FUNCTION count_product(), count_isv() FROM PUBLIC;
--> statement-breakpoint
CREATE TRIGGER counted AFTER INSERT OR UPDATE OR DELETE ON product_summaries FOR EACH ROW EXECUTE FUNCTION count_product();
--> statement-breakpoint
CREATE TRIGGER counted AFTER INSERT OR DELETE OR UPDATE OF state ON isvs FOR EACH ROW EXECUTE FUNCTION count_isv();
--> statement-breakpoint
-- What was there before the triggers.
INSERT INTO portfolio_counts
SELECT organization_id, coalesce(owner_id, ''), isv_state, health, ball, count(*),
  array(SELECT coalesce(sum((substr(c, step, 1) NOT IN ('-', '?'))::int), 0)::int
    FROM generate_series(1, 7) AS step CROSS JOIN unnest(array_agg(cells)) AS c GROUP BY step ORDER BY step),
  array(SELECT coalesce(sum((substr(c, step, 1) = 'p')::int), 0)::int
    FROM generate_series(1, 7) AS step CROSS JOIN unnest(array_agg(cells)) AS c GROUP BY step ORDER BY step)
FROM product_summaries GROUP BY 1, 2, 3, 4, 5;
--> statement-breakpoint
INSERT INTO isv_counts SELECT organization_id, state, count(*) FROM isvs GROUP BY 1, 2;
--> statement-breakpoint
ALTER TABLE "product_summaries" FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE "isvs" FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
-- Counts are seen in the scope of the whole programme only, and written by nobody but the triggers' own role: without
-- FORCE, which would hold the triggers back too.
ALTER TABLE portfolio_counts ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE isv_counts ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
GRANT SELECT ON portfolio_counts, isv_counts TO sevenstep_runtime;
--> statement-breakpoint
CREATE POLICY programme ON portfolio_counts FOR SELECT TO sevenstep_runtime
  USING (organization_id = (SELECT nullif(current_setting('app.organization_id', true), '')));
--> statement-breakpoint
CREATE POLICY programme ON isv_counts FOR SELECT TO sevenstep_runtime
  USING (organization_id = (SELECT nullif(current_setting('app.organization_id', true), '')));
