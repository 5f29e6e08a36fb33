import type { Rule } from '../sections/Rule';

export const createdClassesHaveACloud: Rule<'storage' | 'target'> = spec =>
  (['createStorageClass', 'createVolumeSnapshotClass'] as const).map(
    field =>
      spec.storage[field] &&
      spec.target.cloud === 'generic' && {
        path: `storage.${field}`,
        value: true,
        message: 'Each cloud has its own storage driver.',
        remedy: 'Set target.cloud to aws, azure or gcp, or disable it.',
      },
  );
