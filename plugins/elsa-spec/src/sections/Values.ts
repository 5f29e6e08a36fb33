import type { ResolvedEnvironmentSpec } from './resolved';

/** A value of the chart, as YAML and JSON have it. @public */
export type Values = { [key: string]: unknown };

export type Spec = ResolvedEnvironmentSpec;
