import { z } from 'zod';
import { backup, database, pgbouncer, rabbitmq, redis, storage } from './data';
import { dataMoves } from './dataMoves';
import { delivery } from './delivery';
import { exposure, mesh } from './edge';
import { secrets, security } from './guard';
import { host, server, studio } from './host';
import { lifecycle, metadata, owner, system, target } from './identity';
import { extra, monitoring, slos } from './observe';

/** @public */
export const ELSA_ENVIRONMENT_API_VERSION = 'elsa-portal.io/v1alpha1';
/** @public */
export const ELSA_ENVIRONMENT_KIND = 'ElsaEnvironment';

/** @public */
export const PRESETS = ['development', 'staging', 'production'] as const;
/** @public */
export type Preset = (typeof PRESETS)[number];

/** @public */
export const SIZES = ['small', 'medium', 'large'] as const;
/** @public */
export type Size = (typeof SIZES)[number];

/**
 * The environment spec. Unknown fields are errors everywhere, so that a
 * misspelled field never means "the default".
 *
 * @public
 */
export const environmentSpecSchema = z.strictObject({
  apiVersion: z
    .literal(ELSA_ENVIRONMENT_API_VERSION)
    .default(ELSA_ENVIRONMENT_API_VERSION),
  kind: z.literal(ELSA_ENVIRONMENT_KIND).default(ELSA_ENVIRONMENT_KIND),
  templateVersion: z
    .string()
    .regex(/^[0-9]+\.[0-9]+\.[0-9]+(-[A-Za-z0-9.-]+)?$/)
    .optional()
    .describe('Version of the template that produced the files; written by it'),
  metadata: metadata(),
  owner: owner(),
  system: system(),
  lifecycle: lifecycle(),
  preset: z.enum(PRESETS).default('development'),
  size: z.enum(SIZES).optional(),
  target: target(),
  host: host().prefault({}),
  server: server().prefault({}),
  studio: studio().prefault({}),
  database: database().prefault({}),
  pgbouncer: pgbouncer().prefault({}),
  redis: redis().prefault({}),
  rabbitmq: rabbitmq().prefault({}),
  backup: backup().prefault({}),
  storage: storage().prefault({}),
  exposure: exposure().prefault({}),
  mesh: mesh().prefault({}),
  security: security().prefault({}),
  secrets: secrets().prefault({}),
  monitoring: monitoring().prefault({}),
  slos: slos().optional(),
  delivery: delivery().prefault({}),
  extra: extra().prefault({}),
  dataMoves: dataMoves(),
});

/** What a user writes: everything but name, owner, cluster and host has a default. @public */
export type EnvironmentSpec = z.input<typeof environmentSpecSchema>;

/** The spec with the schema's own defaults. */
export type ParsedEnvironmentSpec = z.output<typeof environmentSpecSchema>;

export { KUBERNETES_VERSIONS, CLOUDS } from './identity';
export { EXPOSURE_KINDS } from './edge';
export { SLO_INDICATORS } from './observe';
