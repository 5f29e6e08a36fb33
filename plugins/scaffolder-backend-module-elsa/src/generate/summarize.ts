import type { RequestedResources } from '@elsa-portal/backstage-plugin-elsa-spec';

const GIB = 2 ** 30;

/** Requests in words, such as `0.55 CPU cores, 1.4 GiB of memory and 10 GiB of storage`. */
export function describeRequests({ total }: RequestedResources): string {
  const gib = (bytes: number) => `${Number((bytes / GIB).toFixed(1))} GiB`;
  return `${Number(total.cpuCores.toFixed(3))} CPU cores, ${gib(total.memoryBytes)} of memory and ${gib(total.storageBytes)} of storage`;
}
