import type { Rule } from '../sections/Rule';
import type { EnvironmentSpecIssue } from '../issues/errors';
import { folderOf, WORKLOADS } from '../sections/workloads';

const PROGRAM = /^\/(app|bin|dev|etc|lib|proc|sbin|sys|usr)?$/;

/** A volume over the program's own files replaces the program. */
export const volumesKeepTheProgram: Rule<'server' | 'studio'> = (
  spec,
  { host: profile },
) =>
  WORKLOADS.flatMap(part =>
    spec[part].volumes.map(
      (volume, index): EnvironmentSpecIssue | false =>
        (PROGRAM.test(folderOf(volume)) ||
          profile[part].writablePaths.includes(folderOf(volume))) && {
          path: `${part}.volumes[${index}].mountPath`,
          value: volume.mountPath,
          message: 'The image needs its own files at this path.',
          remedy: 'Mount the volume at a separate path, such as /mnt/data.',
        },
    ),
  );
