import type { Rule } from '../sections/Rule';
import type { EnvironmentSpecIssue } from '../issues/errors';
import { folderOf, WORKLOADS } from '../sections/workloads';

const PROGRAM = /^\/(app|bin|dev|etc|lib|proc|sbin|sys|usr)?$/;

/** Whether a folder is another one, or holds it. */
const holds = (folder: string, other: string): boolean =>
  folder === '/' || folder === other || other.startsWith(`${folder}/`);

/**
 * A volume over the program's own files replaces the program, and one over its
 * data, or within it, makes Elsa start with an empty database.
 */
export const volumesKeepTheProgram: Rule<'server' | 'studio'> = (
  spec,
  { host: profile, database },
) =>
  WORKLOADS.flatMap(part => {
    const data = part === 'server' ? database.directory : undefined;
    return spec[part].volumes.map(
      (volume, index): EnvironmentSpecIssue | false => {
        const folder = folderOf(volume);
        const isOverData =
          data !== undefined && (holds(folder, data) || holds(data, folder));
        const isOverProgram =
          PROGRAM.test(folder) ||
          profile[part].writablePaths.some(path => holds(folder, path));
        return (
          (isOverData || isOverProgram) && {
            path: `${part}.volumes[${index}].mountPath`,
            value: volume.mountPath,
            message: isOverData
              ? `The database is in ${data}; the volume would hide it.`
              : 'The image needs its own files at this path.',
            remedy: 'Mount the volume at a separate path, such as /mnt/data.',
          }
        );
      },
    );
  });
