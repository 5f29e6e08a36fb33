#!/bin/bash
# Has the server write a full backup to the volume that both mount. Restore with
# RESTORE DATABASE.
. /scripts/common.sh

sqlcmd=/opt/mssql-tools18/bin/sqlcmd
name=$(file_name bak)
temporary="$directory/.$name.part"
rm -f -- "$directory/.$BACKUP_NAME-$DATABASE_NAME-"*.part
trap 'rm -f -- "$temporary"' EXIT

# The password comes from SQLCMDPASSWORD, so it shows in no process list.
query() {
  "$sqlcmd" -C -S "tcp:$DATABASE_HOST,$DATABASE_PORT" -U sa -l 15 -b -Q "$1"
}

query "BACKUP DATABASE [$DATABASE_NAME] TO DISK = N'$temporary' WITH FORMAT, INIT, CHECKSUM"
query "RESTORE VERIFYONLY FROM DISK = N'$temporary' WITH CHECKSUM"
publish "$temporary" "$directory/$name"
prune bak
