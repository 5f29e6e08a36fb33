#!/bin/bash
# Dumps the database as SQL, compressed. Restore with gunzip and mysql.
. /scripts/common.sh

name=$(file_name sql.gz)
temporary="$directory/.$name.part"
rm -f -- "$directory/.$BACKUP_NAME-$DATABASE_NAME-"*.part
trap 'rm -f -- "$temporary"' EXIT

tls=(--ssl-mode="$DATABASE_TLS_MODE")
if [ -n "${DATABASE_CA_FILE:-}" ]; then
  tls+=(--ssl-ca="$DATABASE_CA_FILE")
fi

# The password comes from MYSQL_PWD, so it shows in no process list.
mysqldump --host="$DATABASE_HOST" --port="$DATABASE_PORT" --user="$DATABASE_USERNAME" "${tls[@]}" \
  --single-transaction --quick --routines --triggers --events --no-tablespaces --hex-blob \
  "$DATABASE_NAME" | gzip >"$temporary"
# mysqldump writes this line last.
gunzip -c "$temporary" | tail -n 1 | grep -q '^-- Dump completed'
publish "$temporary" "$directory/$name"
prune sql.gz
