import type { z } from 'zod';
import type { elsaSchema } from './elsaSchema';

type Checked = z.output<typeof elsaSchema>;

export type { ArgoCdDestination } from './elsaSchema';
export type { HttpTargetAuth } from './httpTargetSchema';

/** A Prometheus server, its secrets included: never log it. */
export type PrometheusConfig = Checked['prometheus'][number];

/** An Alertmanager, its secrets included: never log it. */
export type AlertmanagerConfig = Checked['alertmanager'][number];

/** How to reach one HTTP server, its secrets included: never log it. */
export type HttpTargetConfig = Omit<AlertmanagerConfig, 'prometheus'>;

/** What is collected, how often, and with how much at a time. */
export type CollectorConfig = Checked['collector'];

/** Names of labels and annotations, for portals that cannot use ours. */
export type NamesConfig = Checked['names'];

/** An SLO that is evaluated from raw metrics where no rule records it. */
export type RawSloConfig = Checked['slos'][number];

/** Everything under `elsa` in app-config, checked. */
export type ElsaConfig = Checked & {
  /** Every credential for servers that are read, also of the Kubernetes plugin. */
  knownSecrets: string[];
};
