#!/bin/bash
# What the backups of all databases have in common. Sourced by them.
set -euo pipefail
umask 077

directory=/backup

# The name of this backup's file. Times are UTC and sort as text.
file_name() {
  printf '%s-%s-%s.%s' "$BACKUP_NAME" "$DATABASE_NAME" "$(date -u +%Y%m%dT%H%M%SZ)" "$1"
}

# Gives a finished file its name: whoever sees that name sees a whole backup.
publish() {
  sync "$1"
  mv -- "$1" "$2"
  echo "Backup $2: $(stat -c %s -- "$2") bytes"
}

# Deletes what is older than the retention; runs after a good backup only, so
# that the last good one always stays.
prune() {
  local now age file
  now=$(date +%s)
  for file in "$directory/$BACKUP_NAME-$DATABASE_NAME-"*."$1"; do
    [ -e "$file" ] || continue
    age=$(( (now - $(stat -c %Y -- "$file")) / 86400 ))
    if [ "$age" -ge "$RETENTION_DAYS" ]; then
      rm -f -- "$file"
      echo "Deleted $file, $age days old"
    fi
  done
}
