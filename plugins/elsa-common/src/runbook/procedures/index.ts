export { dataProcedures } from './dataProcedures';
export { PROCEDURE_IDS, type ProcedureId } from './procedureIds';
export type { ProcedureContext, RunbookProcedure } from './types';
