#!/bin/bash
# Dumps the database in PostgreSQL's custom format. Restore with pg_restore.
. /scripts/common.sh

name=$(file_name dump)
temporary="$directory/.$name.part"
rm -f -- "$directory/.$BACKUP_NAME-$DATABASE_NAME-"*.part
trap 'rm -f -- "$temporary"' EXIT

pg_dump --format=custom --compress=6 --no-password --file="$temporary"
# An unreadable dump must fail today, not on the day it is needed.
pg_restore --list "$temporary" >/dev/null
publish "$temporary" "$directory/$name"
prune dump
