import type { ProcedureId } from './procedureIds';
import type { RunbookStep } from '../types';

/** What the commands of a procedure need to know. @public */
export interface ProcedureContext {
  environment: string;
  namespace: string;
  provider: 'postgresql' | 'sqlserver' | 'mysql' | 'sqlite';
  mode: 'embedded' | 'external' | 'cloudnativepg';
  database: string;
  username: string;
  /** Name of the application and its namespace, where Argo CD deploys. */
  argocd?: { application: string; namespace: string };
  /** KEDA would start the server again. */
  hasKeda: boolean;
  hasRabbitmq: boolean;
  packaging: 'helm' | 'kustomize';
}

/** Steps by which data is taken along when its place changes. @public */
export interface RunbookProcedure {
  id: ProcedureId;
  title: string;
  meaning: string;
  steps: RunbookStep[];
}
