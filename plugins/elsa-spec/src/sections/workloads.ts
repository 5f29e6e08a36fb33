/** Sections that describe a workload: what is said of one holds for the other. */
export const WORKLOADS = ['server', 'studio'] as const;
