#!/bin/sh
# Run by the image of PostgreSQL when it makes its database: the tracker's roles, with passwords from secret files.
set -eu
psql --no-psqlrc --set=ON_ERROR_STOP=1 --username="$POSTGRES_USER" --dbname="$POSTGRES_DB" \
  --set=owner_password="$(cat /run/secrets/owner_password)" \
  --set=app_password="$(cat /run/secrets/app_password)" \
  --file=/docker-entrypoint-initdb.d/roles.sql.in
