import type { Rule } from '../sections/Rule';
import { WORKLOADS } from '../sections/workloads';

export const spotNodesAreKnown: Rule<'server' | 'studio' | 'target'> = spec =>
  WORKLOADS.map(
    part =>
      spec[part].placement.spot !== 'never' &&
      spec.target.cloud === 'generic' && {
        path: `${part}.placement.spot`,
        value: spec[part].placement.spot,
        message: 'Each cloud marks its spot nodes differently.',
        remedy: 'Set target.cloud to aws, azure or gcp.',
      },
  );
