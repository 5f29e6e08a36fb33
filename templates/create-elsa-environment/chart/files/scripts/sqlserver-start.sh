#!/bin/bash
# Starts SQL Server; when it answers, makes the database and its user, or gives
# the user the password of the Secret again.
set -uo pipefail

sqlcmd=/opt/mssql-tools18/bin/sqlcmd

/opt/mssql/bin/sqlservr &
server=$!
trap 'kill -TERM "$server"' TERM INT

as_administrator() {
  SQLCMDPASSWORD="$MSSQL_SA_PASSWORD" "$sqlcmd" -C -S 127.0.0.1 -U sa -l 5 -b "$@"
}

until as_administrator -Q 'SELECT 1' >/dev/null 2>&1; do
  kill -0 "$server" 2>/dev/null || break
  sleep 2
done

# A single quote ends a string in SQL unless it is doubled.
ELSA_DATABASE_PASSWORD_QUOTED=${SQLCMDPASSWORD//\'/\'\'}
export ELSA_DATABASE_PASSWORD_QUOTED
if ! as_administrator -i /scripts/create.sql; then
  echo 'The database or its user could not be made; see the messages above.' >&2
  kill -TERM "$server" 2>/dev/null
fi

# A signal interrupts wait: wait again until the server has ended.
status=0
while kill -0 "$server" 2>/dev/null; do
  wait "$server"
  status=$?
done
exit "$status"
