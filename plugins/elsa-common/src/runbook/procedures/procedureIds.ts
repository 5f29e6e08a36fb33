/** Procedures of the runbook by which data is moved. @public */
export const PROCEDURE_IDS = [
  'move-database',
  'upgrade-database',
  'rename-database',
  'replace-volume',
  'move-environment',
  'move-backups',
  'keep-fewer-backups',
  'change-locks',
  'change-rabbitmq',
  'change-host',
  'downgrade-server',
  'change-secret',
  'change-packaging',
  'change-extra-object',
  'keep-data',
] as const;
/** @public */
export type ProcedureId = (typeof PROCEDURE_IDS)[number];
