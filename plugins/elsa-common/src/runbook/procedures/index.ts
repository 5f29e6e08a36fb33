export { dataProcedures } from './dataProcedures';
export { type ProcedureId } from './procedureIds';
export type { ProcedureContext, RunbookProcedure } from './types';
