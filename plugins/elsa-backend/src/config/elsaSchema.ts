import {
  ELSA_ENVIRONMENT_ANNOTATION,
  ELSA_ENVIRONMENT_TYPE,
  ELSA_OWNER_ANNOTATION,
  ELSA_PART_OF,
} from '@elsa-portal/backstage-plugin-elsa-common';
import { z } from 'zod';
import { collectorSchema } from './collectorSchema';
import {
  duration,
  flag,
  integer,
  name,
  refuser,
  requiredText,
  sections,
  text,
} from './fields';
import { alertmanagerServers, prometheusServers } from './serversSchema';
import { slosSchema } from './slosSchema';
import { LABEL_VALUE } from '../text';

// The script that writes the reference of the configuration reads them.
export { references, sections } from './fields';

const LABEL_KEY = {
  pattern:
    /^([a-z0-9]([-a-z0-9.]{0,251}[a-z0-9])?\/)?[A-Za-z0-9]([A-Za-z0-9_.-]{0,61}[A-Za-z0-9])?$/,
  remedy: 'use a Kubernetes label or annotation key, such as example.com/name',
};
const LABEL_VALUE_FIELD = {
  pattern: LABEL_VALUE,
  remedy: 'use a Kubernetes label value of at most 63 characters',
};

/** Which cluster Argo CD means by a destination. */
export interface ArgoCdDestination {
  /** Cluster that Argo CD runs in; that of any when absent. */
  hub?: string;
  /** As Argo CD calls the destination; either this or its address. */
  name?: string;
  /** Without a slash at the end. */
  server?: string;
  /** As the Kubernetes plugin calls it. */
  cluster: string;
}

const destinationSchema = z
  .object({
    name: text({
      description: '`spec.destination.name` of Applications; or `server`',
    }),
    server: text({ description: '`spec.destination.server` of Applications' }),
    cluster: requiredText({
      description: 'Its name in the Kubernetes plugin',
    }),
    hub: text({
      description: 'Cluster that this Argo CD runs in, if there are several',
      fallback: 'any',
    }),
  })
  .transform(
    ({ name: called, server, ...destination }, context): ArgoCdDestination => {
      const refuse = refuser(context);
      if ((called === undefined) === (server === undefined)) {
        return refuse(
          "give either name or server, as the Application's spec.destination has it",
          { path: ['name'] },
        );
      }
      if (server !== undefined && !URL.canParse(server)) {
        return refuse(
          'use the address of the API server, such as https://10.0.0.1:6443',
          { path: ['server'] },
        );
      }
      return {
        ...destination,
        name: called,
        server: server?.replace(/\/+$/, ''),
      };
    },
  );

const namesSchema = z
  .object({
    environmentAnnotation: name({
      description: 'Annotation that names the environment of an entity',
      default: ELSA_ENVIRONMENT_ANNOTATION,
      ...LABEL_KEY,
    }),
    ownerAnnotation: name({
      description: 'Annotation of workloads that names the owner',
      default: ELSA_OWNER_ANNOTATION,
      ...LABEL_KEY,
    }),
    environmentType: name({
      description: '`spec.type` of the Components that represent environments',
      default: ELSA_ENVIRONMENT_TYPE,
      ...LABEL_VALUE_FIELD,
    }),
    partOfLabel: name({
      description: 'Label that identifies Elsa objects',
      default: 'app.kubernetes.io/part-of',
      ...LABEL_KEY,
    }),
    partOfValue: name({
      description: 'Value of that label',
      default: ELSA_PART_OF,
      ...LABEL_VALUE_FIELD,
    }),
    instanceLabel: name({
      description: 'Label that names the environment of an object',
      default: 'app.kubernetes.io/instance',
      ...LABEL_KEY,
    }),
  })
  .prefault({})
  .register(sections, {
    description:
      'Names of labels and annotations, for portals that cannot use the generated ones',
  });

const retentionSchema = z
  .object({
    transitions: duration({
      description: 'How long health changes are kept',
      default: '90 days',
      minMs: 3_600_000,
    }),
    unregistered: duration({
      description:
        'How long an unregistered environment is kept when its cluster does not respond',
      default: '7 days',
      minMs: 60_000,
    }),
  })
  .prefault({})
  .transform(({ transitions, unregistered }) => ({
    transitionsMs: transitions,
    unregisteredMs: unregistered,
  }));

const refreshSchema = z
  .object({
    minInterval: duration({
      description: 'Further refreshes within this time get the same result',
      default: '10 seconds',
      minMs: 0,
    }),
    perCallerPerMinute: integer({
      description: 'Refreshes that one caller can request per minute',
      default: 12,
      min: 1,
      max: 10_000,
    }),
  })
  .prefault({})
  .transform(({ minInterval, perCallerPerMinute }) => ({
    minIntervalMs: minInterval,
    perCallerPerMinute,
  }));

const notificationsSchema = z
  .object({
    enabled: flag({
      description: 'Whether owners are notified of incidents',
      default: true,
    }),
    openAfter: duration({
      description: 'How long a state must last before the owner is notified',
      default: '2 minutes',
      minMs: 0,
    }),
    closeAfter: duration({
      description:
        'How long everything must be healthy before an incident counts as resolved',
      default: '5 minutes',
      minMs: 0,
    }),
  })
  .prefault({})
  .transform(({ enabled, openAfter, closeAfter }) => ({
    isEnabled: enabled,
    openAfterMs: openAfter,
    closeAfterMs: closeAfter,
  }));

/**
 * Everything under `elsa` in app-config that this plugin reads. Types, defaults
 * and checks are here; config.d.ts and the README's table are written from it
 * (`npm run config`).
 */
export const elsaSchema = z
  .object({
    collector: collectorSchema,
    argoCd: z
      .object({
        namespace: name({
          description:
            'Namespace that Argo CD runs in. Where several Applications have the label of one environment and nothing that runs says which one deploys it, the one in this namespace counts',
          default: 'argocd',
          ...LABEL_VALUE_FIELD,
        }),
        destinations: z
          .array(destinationSchema)
          .default([])
          .register(sections, {
            description:
              'Clusters that have a different name in Argo CD than in the Kubernetes plugin, or are known by URL. Not needed if the names match, nor for the cluster that Argo CD itself runs in',
          }),
      })
      .prefault({}),
    names: namesSchema,
    retention: retentionSchema,
    refresh: refreshSchema,
    access: z
      .object({
        decisionTtl: duration({
          description:
            'How long permission decisions are cached; 0 means not at all',
          default: '15 seconds',
          minMs: 0,
        }),
      })
      .prefault({})
      .transform(({ decisionTtl }) => ({ decisionTtlMs: decisionTtl })),
    notifications: notificationsSchema,
    slos: slosSchema,
    prometheus: prometheusServers,
    alertmanager: alertmanagerServers,
  })
  .transform(({ alertmanager, ...config }, context) => {
    const known = config.prometheus.map(server => server.name);
    return {
      ...config,
      alertmanager: alertmanager.map(
        ({ prometheus = known, ...server }, index) => {
          const unknown = prometheus.find(asked => !known.includes(asked));
          if (unknown !== undefined) {
            refuser(context)(
              `name a server of elsa.prometheus: ${known.join(', ') || 'there is none'}`,
              { path: ['alertmanager', index, 'prometheus'], shown: unknown },
            );
          }
          return { ...server, prometheus };
        },
      ),
    };
  });
