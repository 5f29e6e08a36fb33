import { parseQuantity } from '@elsa-portal/backstage-plugin-elsa-common';

/** Quantities as the chart's schema takes them: without the rarer ways to write them. */
export const CHART_QUANTITY =
  /^[0-9]+(\.[0-9]+)?(Ki|Mi|Gi|Ti|Pi|m|k|M|G|T|P)?$/;

/** A quantity of bytes: a milli suffix is legal for Kubernetes and always a mistake. @public */
export function isByteQuantity(value: string): boolean {
  const bytes = parseQuantity(value);
  return bytes !== undefined && bytes > 0 && !value.endsWith('m');
}

/** CPU is counted in thousandths of a core; Kubernetes refuses anything finer. @public */
export function isCpuQuantity(value: string): boolean {
  const cores = parseQuantity(value);
  if (cores === undefined || cores <= 0) return false;
  const thousandths = cores * 1000;
  return Math.abs(thousandths - Math.round(thousandths)) < 1e-6;
}
