import type { ProcedureId } from '@elsa-portal/backstage-plugin-elsa-common/runbook';
import type { EnvironmentSpecIssue } from '../issues/errors';
import type { Environment } from '../sections/Environment';
import type { ResolvedEnvironmentSpec } from '../sections/resolved';
import type { DataField } from './DataField';
import { DATA_FIELDS } from './dataFields';
import {
  currentExtraField,
  extraFieldOf,
  extraObjectOf,
  isNoLongerData,
} from './extraObjects';
import { type DataLocation, locateData } from './locateData';

/** What a field says where there is nothing of its kind. */
export const NO_DATA = 'none';

/**
 * A change of the spec by which Elsa would no longer find its data.
 *
 * @public
 */
export interface AbandonedData extends EnvironmentSpecIssue {
  /** What the field said when the environment was last generated. */
  from: string;
  /** What it says now; `none` where it is gone. */
  to: string;
  /** Entry of the runbook that tells how to take the data along. */
  procedure: ProcedureId;
}

const KNOWN = new Map(DATA_FIELDS.map(item => [item.field, item]));

const GONE = {
  loses: 'The data stays behind, unused.',
  procedure: 'keep-data' as const,
};

const ruleOf = (
  field: string,
): Pick<DataField, 'isSafe' | 'mayGo' | 'loses' | 'procedure'> =>
  KNOWN.get(field) ?? extraFieldOf(field) ?? GONE;

/** Follows from a change that is told already. */
const FOLLOWS: Readonly<Record<string, readonly string[]>> = {
  'database.provider': ['database.mode', 'database.version', 'database.name'],
  'database.mode': ['database.external.host', 'database.external.port'],
  'redis.mode': ['redis.external.host', 'redis.external.port', 'redis.engine'],
  'rabbitmq.mode': [
    'rabbitmq.external.host',
    'rabbitmq.external.port',
    'rabbitmq.external.virtualHost',
    'rabbitmq.replicas',
  ],
  'backup.method': ['backup.objectStore', 'backup.retentionDays'],
  'backup.velero.enabled': [
    'backup.velero.retentionHours',
    'backup.velero.namespace',
    'backup.velero.storageLocation',
  ],
  'secrets.kind': ['secrets.store', 'secrets.remotePath'],
};

/**
 * Changes by which an environment would lose its data, without those that the
 * spec acknowledges. Pure: looks at nothing but its arguments.
 *
 * @param recorded - where the data was when the environment was last generated
 * @param environment - what is to be generated now
 * @public
 */
export function findAbandonedData(
  recorded: DataLocation,
  environment: Environment,
): AbandonedData[] {
  const { spec } = environment;
  const next = locateData(environment);
  const stored = Object.fromEntries(
    Object.entries(recorded)
      .filter(([field]) => !isNoLongerData(field))
      .map(([field, value]) => [
        currentExtraField(field, recorded, next),
        value,
      ]),
  );
  const changed = Object.keys(stored).filter(field => {
    const to = next[field];
    const { isSafe, mayGo } = ruleOf(field);
    return to === undefined
      ? // A part that is gone is told by what says that it is there.
        !mayGo && !isPartOfAnother(field, stored, next)
      : to !== stored[field] && !isSafe?.(stored[field], to);
  });
  return changed
    .filter(field => !isAcknowledged(spec, field, stored[field], next[field]))
    .map(field => describe(field, stored[field], next[field] ?? NO_DATA));
}

function isPartOfAnother(
  field: string,
  stored: DataLocation,
  next: DataLocation,
): boolean {
  const object = extraObjectOf(field);
  if (object !== undefined && next[object] === undefined) return true;
  const leaders = Object.entries(FOLLOWS)
    .filter(([, followers]) => followers.includes(field))
    .map(([leader]) => leader);
  const part = field.split('.')[0];
  const isVolume = field.startsWith(`${part}.storage.`);
  return [
    ...leaders,
    ...(isVolume ? [`${part}.mode`, `${part}.method`, `${part}.provider`] : []),
  ].some(leader => leader in stored && stored[leader] !== next[leader]);
}

function isAcknowledged(
  spec: ResolvedEnvironmentSpec,
  field: string,
  from: string,
  to: string = NO_DATA,
): boolean {
  return spec.dataMoves.some(
    move => move.field === field && move.from === from && move.to === to,
  );
}

function describe(field: string, from: string, to: string): AbandonedData {
  const { loses, procedure } = ruleOf(field);
  return {
    path: field,
    value: to,
    from,
    to,
    procedure,
    message: `It was ${JSON.stringify(from)} when the environment was last generated. ${loses}`,
    remedy: `Change it back, or move the data as described in the runbook under "${procedure}" (docs/runbook.md) and acknowledge it in the spec: dataMoves: [{ field: ${JSON.stringify(
      field,
    )}, from: ${JSON.stringify(from)}, to: ${JSON.stringify(to)} }].`,
  };
}
