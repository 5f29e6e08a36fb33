export { RUNBOOK_KEYS, type RunbookKey } from './keys';
export {
  RUNBOOK_DATABASES,
  type RunbookContext,
  type RunbookDatabase,
  type RunbookEntry,
  type RunbookFact,
  type RunbookStep,
} from './types';
export {
  dataProcedures,
  type ProcedureContext,
  type ProcedureId,
  type RunbookProcedure,
} from './procedures';
export { resolveRunbook } from './resolveRunbook';
export { runbookContext } from './runbookContext';
export { quoteShell } from './shell';
