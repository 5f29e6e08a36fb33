import { z } from 'zod';
import { backup } from './backup/schema';
import { dataMoves } from './dataMoves/schema';
import { database } from './database/schema';
import { delivery } from './delivery/schema';
import { exposure } from './exposure/schema';
import { extra } from './extra/schema';
import { host } from './host/schema';
import { lifecycle } from './lifecycle/schema';
import { mesh } from './mesh/schema';
import { metadata } from './metadata/schema';
import { monitoring } from './monitoring/schema';
import { owner } from './owner/schema';
import { pgbouncer } from './pgbouncer/schema';
import { rabbitmq } from './rabbitmq/schema';
import { redis } from './redis/schema';
import { secrets } from './secrets/schema';
import { security } from './security/schema';
import { server } from './server/schema';
import { slos } from './slos/schema';
import { storage } from './storage/schema';
import { studio } from './studio/schema';
import { system } from './system/schema';
import { target } from './target/schema';

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
