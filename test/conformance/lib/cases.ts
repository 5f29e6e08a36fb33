import {
  checkEnvironmentSpec,
  type EnvironmentSpec,
} from '@elsa-portal/backstage-plugin-elsa-spec';
import { options, toSpec } from './options';
import { coverPairs } from './pairwise';
import { statedCases } from './statedCases';

/** An environment to generate and check. */
export interface ConformanceCase {
  name: string;
  input: EnvironmentSpec;
}

/** The smallest useful spec with each preset, as a user would write it. */
function presetCases(): ConformanceCase[] {
  return (['development', 'staging', 'production'] as const).map(preset => ({
    name: `preset ${preset}`,
    input: {
      apiVersion: 'elsa-portal.io/v1alpha1',
      kind: 'ElsaEnvironment',
      metadata: { name: `payments-${preset}` },
      owner: 'group:default/payments',
      preset,
      target: { cluster: 'production-eu', namespace: 'payments-elsa' },
      exposure: {
        kind: 'gateway',
        hosts: { server: 'elsa-api.example.com', studio: 'elsa.example.com' },
      },
    } as EnvironmentSpec,
  }));
}

const cover = coverPairs(
  options,
  choice => checkEnvironmentSpec(toSpec(choice)).issues.length,
);

/** How many pairs of values there are, and which no valid spec can have. */
export const pairs = { all: cover.pairs, impossible: cover.impossible };

/** Presets, what only few environments state, and combinations in which each possible pair of options occurs. */
export const cases: ConformanceCase[] = [
  ...presetCases(),
  ...statedCases,
  ...cover.combinations.map((choice, index) => ({
    name: `combination ${index + 1}`,
    input: toSpec(choice),
  })),
];
