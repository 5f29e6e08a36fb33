import type { ProcedureId } from '@elsa-portal/backstage-plugin-elsa-common/runbook';
import type { Profiles } from '../profiles';
import type { Environment } from '../sections/Environment';

export type Spec = Environment['spec'];

/** One thing by which data is found again, or by which it survives. */
export interface DataField {
  /** Its path in the spec. */
  field: string;
  /** Fields of the schema that decide on it; the field itself unless given. */
  sources?: readonly string[];
  /** What the spec says; undefined where there is no data of this kind. */
  read: (spec: Spec, profiles: Profiles) => string | undefined;
  /** Changes that leave the data where it is. */
  isSafe?: (from: string, to: string) => boolean;
  /** Where the spec may cease to say it, as it is not what holds the data. */
  mayGo?: true;
  /** What another value does to the data, as a sentence. */
  loses: string;
  procedure: ProcedureId;
}
