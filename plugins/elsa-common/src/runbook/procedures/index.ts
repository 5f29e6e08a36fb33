export { dataProcedures } from './dataProcedures';
export type { ProcedureContext, RunbookProcedure } from './types';
