import type { Rule } from '../sections/Rule';
import type { EnvironmentSpecIssue } from '../issues/errors';
import { folderOf, WORKLOADS } from '../sections/workloads';

export const volumesHaveOneSource: Rule<'server' | 'studio'> = spec =>
  WORKLOADS.flatMap(part =>
    spec[part].volumes.flatMap(
      (volume, index): Array<EnvironmentSpecIssue | false> => {
        const sources = [
          volume.secret,
          volume.configMap,
          volume.persistentVolumeClaim,
          volume.emptyDirSizeLimit,
        ].filter(source => source !== undefined);
        const isFirst = (read: (other: typeof volume) => string) =>
          spec[part].volumes.findIndex(
            other => read(other) === read(volume),
          ) === index;
        return [
          sources.length !== 1 && {
            path: `${part}.volumes[${index}]`,
            value: volume.name,
            message: 'The volume needs exactly one source.',
            remedy:
              'Set one of secret, configMap, persistentVolumeClaim and emptyDirSizeLimit.',
          },
          !isFirst(({ name }) => name) && {
            path: `${part}.volumes[${index}].name`,
            value: volume.name,
            message: 'Another volume already has this name.',
            remedy: 'Give each volume its own name.',
          },
          !isFirst(folderOf) && {
            path: `${part}.volumes[${index}].mountPath`,
            value: volume.mountPath,
            message: 'Another volume is already mounted there.',
            remedy: 'Mount each volume at its own path.',
          },
        ];
      },
    ),
  );
