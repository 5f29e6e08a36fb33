import { InputError } from '@backstage/errors';
import { specPath } from '@elsa-portal/backstage-plugin-elsa-common';
import {
  checkEnvironmentSpec,
  type DataLocation,
  EnvironmentSpecError,
  findAbandonedData,
  locateData,
} from '@elsa-portal/backstage-plugin-elsa-spec';
import type { Environment, GeneratedFile, Spec } from '../files/types';
import { toYaml } from '../files/yaml';
import { readSpecText } from '../files/readYaml';
import { RepositoryConflictError } from './conflict';
import { seal, sealState } from './seal';
import { recordPath, refuseMissingRecord } from './unrecordedData';

/**
 * The file that remembers where the data is. The stored spec cannot: it is what
 * people edit, so it says what is wanted next before anything is generated.
 */
export function dataRecordFile(environment: Environment): GeneratedFile {
  const { name } = environment.spec.metadata;
  return seal({
    path: recordPath(name),
    content: toYaml(
      { data: locateData(environment) },
      `Where the data of ${name} is, as of the last generation. The next one is\nrefused where Elsa would no longer find it. Written by elsa-manifests.`,
    ),
  });
}

/**
 * Refuses a spec that would leave the data of its environment behind.
 *
 * @param recordData - the spec says where the data is now: record it where nothing did
 * @throws EnvironmentSpecError naming each field, both values and the remedy
 * @throws RepositoryConflictError when the record was changed by hand, or is missing
 * @throws InputError when nobody can tell where the data is
 */
export function refuseAbandonedData(
  environment: Environment,
  existing: readonly GeneratedFile[],
  recordData = false,
): void {
  refuseRenaming(existing);
  refuseMissingRecord(environment, existing, recordData);
  const stored = storedLocation(environment.spec, existing);
  const abandoned = stored ? findAbandonedData(stored, environment) : [];
  if (abandoned.length > 0) throw new EnvironmentSpecError(abandoned);
}

function storedLocation(
  spec: Spec,
  existing: readonly GeneratedFile[],
): DataLocation | undefined {
  const { name } = spec.metadata;
  const find = (path: string) => existing.find(file => file.path === path);
  const record = find(recordPath(name));
  if (record) return readRecord(name, record);
  // Recorded for the first time: the stored spec, unless it is the new one.
  const stored = find(specPath(name));
  if (!stored) return undefined;
  const before = checkEnvironmentSpec(readYaml(stored));
  if (before.environment) return locateData(before.environment);
  throw new InputError(
    `${stored.path} of the repository is not a valid spec (${before.issues[0].path}: ${before.issues[0].message}), so the location of the data of ${name} is not known; correct it first`,
  );
}

function readRecord(environment: string, record: GeneratedFile): DataLocation {
  if (sealState(record.content) !== 'untouched') {
    throw new RepositoryConflictError({
      conflict: 'data-record',
      environment,
      message: `${record.path} was changed by hand and no longer says where the data of ${environment} is`,
    });
  }
  const content = readYaml(record) as { data?: unknown } | null;
  const data = content?.data;
  if (typeof data !== 'object' || data === null) {
    throw new InputError(`${record.path} of the repository says nothing`);
  }
  return Object.fromEntries(
    Object.entries(data).map(([field, value]) => [field, String(value)]),
  );
}

/** A spec under another environment's file name: that one would stay behind without a spec. */
function refuseRenaming(existing: readonly GeneratedFile[]): void {
  for (const file of existing) {
    const stem = /^\.elsa\/([^/]+)\.yaml$/.exec(file.path)?.[1];
    const content = stem === undefined ? undefined : readYaml(file);
    const name = (content as { metadata?: { name?: unknown } } | null)?.metadata
      ?.name;
    if (stem === undefined || name === undefined || name === stem) continue;
    throw new EnvironmentSpecError([
      {
        path: 'metadata.name',
        value: name,
        message: `${file.path} is the spec of ${stem}. Another name means another release with its own, empty volumes and databases.`,
        remedy: `Change the name back; or generate the new environment from a file outside of the repository and move the data as described in the runbook under "move-environment" (docs/runbook.md).`,
      },
    ]);
  }
}

function readYaml({ path, content }: GeneratedFile): unknown {
  return readSpecText(content, `${path} of the repository`);
}
