/** Sections that describe a workload: what is said of one holds for the other. @public */
export const WORKLOADS = ['server', 'studio'] as const;

/** Where a volume is mounted; a slash at the end means the same folder. */
export const folderOf = ({ mountPath }: { mountPath: string }): string =>
  mountPath.replace(/(.)\/$/, '$1');
