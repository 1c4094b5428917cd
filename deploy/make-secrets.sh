#!/bin/sh
# Makes the secret files that compose.yaml names, once; the client secret of the app registration is read from the terminal.
set -eu
cd "$(dirname "$0")/.."
if [ -e secrets ]; then
  echo "secrets exists already and is left as it is. Remove it to make new ones." >&2
  exit 1
fi
umask 077
mkdir secrets
password() { od -An -N24 -tx1 /dev/urandom | tr -d ' \n'; }
owner=$(password)
app=$(password)
printf %s "$(password)" > secrets/postgres_password
printf %s "$owner" > secrets/owner_password
printf %s "$app" > secrets/app_password
printf %s "postgres://sevenstep_owner:$owner@database:5432/sevenstep" > secrets/database_owner_url
printf %s "postgres://sevenstep_app:$app@database:5432/sevenstep" > secrets/database_url
printf 'Client secret of the app registration: ' >&2
read -r client
printf %s "$client" > secrets/entra_client_secret
# Compose mounts them as they are: the user 1000 of both images has to read them, so the folder alone is closed.
chmod 644 secrets/*
echo "secrets is made. Keep it out of backups of this folder that others can read." >&2
