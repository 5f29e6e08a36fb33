import { defineSection } from '../question';
import { CLOUDS, KUBERNETES_VERSIONS } from './schema';

const CLOUD_NAMES: Record<(typeof CLOUDS)[number], { name?: string }> = {
  generic: {},
  aws: { name: 'AWS' },
  azure: { name: 'Azure' },
  gcp: { name: 'Google Cloud' },
};

export const kubernetes = defineSection({
  id: 'kubernetes',
  root: 'target',
  questions: [
    {
      path: 'target.kubernetesVersion',
      text: 'kubernetesVersion',
      kind: 'choice',
      choices: KUBERNETES_VERSIONS.map(value => ({ value, name: value })),
    },
    {
      path: 'target.cloud',
      text: 'cloud',
      kind: 'choice',
      choices: CLOUDS.map(value => ({
        value,
        ...(value === 'generic'
          ? { text: 'otherCloud' as const }
          : CLOUD_NAMES[value]),
      })),
    },
  ],
});
