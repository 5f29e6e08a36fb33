export { type DataLocation, locateData } from './locateData';
export { type AbandonedData, findAbandonedData } from './findAbandonedData';
export { PROCEDURE_IDS, type ProcedureId } from './procedureIds';
