import type { RunbookStep } from '../types';
import { deployStep, startSteps, stopSteps } from './traffic';
import type { ProcedureContext } from './types';
import { file, inDatabase, kubectl } from './words';

/** As Microsoft documents it: a backup is a file that the next server restores. */
export function sqlServerSteps(context: ProcedureContext): RunbookStep[] {
  const { database, environment, mode } = context;
  const sqlcmd = (statement: string) =>
    inDatabase(
      context,
      `SQLCMDPASSWORD="$MSSQL_SA_PASSWORD" /opt/mssql-tools18/bin/sqlcmd -C -b -S 127.0.0.1 -U sa -Q "${statement}"`,
    );
  if (mode === 'external') {
    return [
      {
        text: "Back up and restore with the tools of the server's operators.",
      },
    ];
  }
  return [
    {
      text: "These steps follow Microsoft's documentation; they were not run against SQL Server. A later release opens older files and upgrades them irreversibly; an earlier one cannot open them.",
    },
    ...stopSteps(context),
    {
      text: 'Back up.',
      command: sqlcmd(
        `BACKUP DATABASE [${database}] TO DISK = N'/var/opt/mssql/data/${database}.bak' WITH INIT, CHECKSUM`,
      ),
    },
    {
      text: 'Check that it can be restored.',
      command: sqlcmd(
        `RESTORE VERIFYONLY FROM DISK = N'/var/opt/mssql/data/${database}.bak' WITH CHECKSUM`,
      ),
    },
    {
      text: 'Copy the file out of the volume.',
      command: kubectl(
        context,
        'cp',
        `${environment}-sqlserver-0:/var/opt/mssql/data/${database}.bak`,
        `${environment}.bak`,
      ),
    },
    deployStep(context),
    {
      text: `On the new server, as an administrator: RESTORE DATABASE [${database}] FROM DISK with ${file(context, '.bak')}, WITH REPLACE; then ALTER USER to tie the user to its login again.`,
    },
    ...startSteps(context),
  ];
}
