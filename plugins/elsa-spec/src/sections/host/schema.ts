import { z } from 'zod';
import { image } from '../../fields/image';
import {
  absolutePath,
  environmentVariableName,
  objectName,
} from '../../fields/primitives';
import { HOST_PROFILE_IDS } from '../../profiles';

const probes = () =>
  z
    .strictObject({
      live: absolutePath(),
      ready: absolutePath(),
      startup: absolutePath(),
    })
    .partial();

export const host = () =>
  z.strictObject({
    profile: z
      .enum(HOST_PROFILE_IDS)
      .default('official')
      .describe('What kind of Elsa image runs'),
    server: image().prefault({}),
    studio: image().prefault({}),
    version: z
      .string()
      .refine(
        value => /^[0-9]+\.[0-9]+\.[0-9]+(-[A-Za-z0-9.]+)?$/.test(value),
        {
          message: 'This is not a version of Elsa.',
          params: { remedy: 'Write all three numbers, such as 3.9.0.' },
        },
      )
      .optional()
      .describe(
        "Version of Elsa in the server image, where the image's tag does not tell it",
      ),
    imagePullSecrets: z.array(objectName('a Secret name')).max(10).default([]),
    probes: probes()
      .optional()
      .describe(
        "Probe paths of your own server image; the profile's unless given",
      ),
    environmentKeys: z
      .strictObject({
        databaseProvider: environmentVariableName(),
        connectionString: environmentVariableName(),
        directConnectionString: environmentVariableName(),
        lockProvider: environmentVariableName(),
        redis: environmentVariableName(),
        rabbitmq: environmentVariableName(),
        signingKey: environmentVariableName(),
        adminUser: environmentVariableName(),
        adminPassword: environmentVariableName(),
        publicUrl: environmentVariableName(),
      })
      .partial()
      .optional()
      .describe('Environment variables that your own server image reads'),
    migrationArguments: z
      .array(z.string().min(1).max(500))
      .min(1)
      .max(20)
      .optional()
      .describe(
        'Arguments with which your own server image migrates the database and exits',
      ),
  });
