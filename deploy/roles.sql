-- The two roles of the tracker, for psql with the variables owner_password and app_password; run once by a superuser,
-- in the database that the tracker is to have.
--
-- sevenstep_owner   owns the tables and changes them (--migrate-only)
-- sevenstep_app     serves; a member of sevenstep_runtime, whom the policies of every table bind
-- Roles belong to the whole server, where another database of the tracker may have made this one.
SELECT 'CREATE ROLE sevenstep_runtime NOLOGIN NOSUPERUSER NOBYPASSRLS NOCREATEDB NOCREATEROLE'
WHERE NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'sevenstep_runtime') \gexec
CREATE ROLE sevenstep_owner LOGIN NOSUPERUSER NOBYPASSRLS PASSWORD :'owner_password';
CREATE ROLE sevenstep_app LOGIN NOSUPERUSER NOBYPASSRLS PASSWORD :'app_password' IN ROLE sevenstep_runtime;
ALTER DATABASE :"DBNAME" OWNER TO sevenstep_owner;
REVOKE ALL ON DATABASE :"DBNAME" FROM PUBLIC;
GRANT CONNECT ON DATABASE :"DBNAME" TO sevenstep_app;
