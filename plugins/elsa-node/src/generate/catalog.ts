import {
  DATA_SERVICE_COMPONENTS,
  type DataServiceSuffix,
  ELSA_ENVIRONMENT_ANNOTATION,
  ELSA_ENVIRONMENT_TYPE,
  ELSA_HOST_PROFILE_ANNOTATION,
  ELSA_PART_OF,
  ELSA_TEMPLATE_VERSION_ANNOTATION,
  KUBERNETES_CLUSTER_ANNOTATION,
  KUBERNETES_NAMESPACE_ANNOTATION,
} from '@elsa-portal/backstage-plugin-elsa-common';
import {
  fileUrl,
  publicUrl,
  type Values,
} from '@elsa-portal/backstage-plugin-elsa-spec';
import { openApiDefinition } from './openapi';
import type { Spec } from './types';

/** A catalog entity, as `catalog-info.yaml` holds it. */
export interface CatalogEntity {
  apiVersion: string;
  kind: string;
  metadata: { name: string; [field: string]: unknown };
  spec: Values;
}

const API_VERSION = 'backstage.io/v1alpha1';

/** Everything of one environment that the catalog should know, the system first. */
export function catalogEntities(
  spec: Spec,
  templateVersion: string,
): CatalogEntity[] {
  return [
    ...(spec.isSystemDerived ? [systemEntity(spec)] : []),
    environmentEntity(spec, templateVersion),
    serverEntity(spec),
    ...(spec.studio.enabled ? [studioEntity(spec)] : []),
    ...resourceEntities(spec),
    apiEntity(spec),
  ];
}

function systemEntity(spec: Spec): CatalogEntity {
  const name = nameOf(spec.system);
  return {
    apiVersion: API_VERSION,
    kind: 'System',
    metadata: { name, description: `Elsa Workflows of ${name}` },
    spec: { owner: spec.owner },
  };
}

function nameOf(reference: string): string {
  return reference.slice(reference.indexOf('/') + 1);
}

function environmentEntity(spec: Spec, templateVersion: string): CatalogEntity {
  const { metadata } = spec;
  return {
    apiVersion: API_VERSION,
    kind: 'Component',
    metadata: {
      name: metadata.name,
      title: metadata.title,
      ...(metadata.description && { description: metadata.description }),
      ...(metadata.tags.length > 0 && { tags: metadata.tags }),
      annotations: {
        [ELSA_ENVIRONMENT_ANNOTATION]: metadata.name,
        [ELSA_HOST_PROFILE_ANNOTATION]: spec.host.profile,
        [ELSA_TEMPLATE_VERSION_ANNOTATION]: templateVersion,
        ...kubernetesAnnotations(spec),
        'backstage.io/techdocs-ref': 'dir:.',
        ...repositoryAnnotations(spec),
        ...argocdAnnotations(spec),
        ...grafanaAnnotations(spec),
      },
      ...linksField(spec),
    },
    spec: {
      type: ELSA_ENVIRONMENT_TYPE,
      lifecycle: spec.lifecycle,
      owner: spec.owner,
      system: spec.system,
      dependsOn: resourceNames(spec).map(name => `resource:default/${name}`),
    },
  };
}

function kubernetesAnnotations(
  spec: Spec,
  component?: string,
): Record<string, string> {
  const selector = [
    `app.kubernetes.io/part-of=${ELSA_PART_OF}`,
    `app.kubernetes.io/instance=${spec.metadata.name}`,
    ...(component ? [`app.kubernetes.io/component=${component}`] : []),
  ];
  return {
    [KUBERNETES_CLUSTER_ANNOTATION]: spec.target.cluster,
    [KUBERNETES_NAMESPACE_ANNOTATION]: spec.target.namespace,
    'backstage.io/kubernetes-label-selector': selector.join(','),
  };
}

function repositoryAnnotations(spec: Spec): Record<string, string> {
  const { url } = spec.delivery.repository;
  if (url === undefined) return {};
  const { hostname, pathname } = new URL(url);
  const slug = pathname.replace(/^\/|\/$|\.git$/g, '');
  return {
    ...(/(^|\.)github\./.test(hostname) && {
      'github.com/project-slug': slug,
    }),
    ...(/(^|[./-])gitlab[.-]/.test(hostname) && {
      'gitlab.com/project-slug': slug,
    }),
  };
}

function argocdAnnotations(spec: Spec): Record<string, string> {
  const { argocd } = spec.delivery;
  if (!argocd.enabled) return {};
  return {
    'argocd/app-name': spec.metadata.name,
    'argocd/app-namespace': argocd.namespace,
  };
}

/** Dashboards by the chart's tag, alerts by the label that ours carry. */
function grafanaAnnotations(spec: Spec): Record<string, string> {
  if (!spec.monitoring.enabled) return {};
  return {
    ...(spec.monitoring.dashboard.enabled && {
      'grafana/dashboard-selector': `tags @> '${spec.metadata.name}'`,
    }),
    'grafana/alert-label-selector': `elsa_environment=${spec.metadata.name}`,
  };
}

/** Answers without signing in, and is routed by every kind of exposure. */
const SERVER_PATH = '/elsa/api/package/version';

/** The types are what the Elsa tab tells the links apart by. */
function linksField(spec: Spec) {
  const server = publicUrl(spec, 'server');
  const links = [
    {
      url: publicUrl(spec, 'studio'),
      title: 'Studio',
      icon: 'dashboard',
      type: 'studio',
    },
    {
      url: server && `${server}${SERVER_PATH}`,
      title: 'Server',
      icon: 'web',
      type: 'server',
    },
    {
      url: fileUrl(spec, 'docs/runbook.md'),
      title: 'Runbook',
      icon: 'docs',
    },
    {
      url:
        spec.delivery.argocd.enabled && spec.delivery.argocd.url
          ? new URL(
              `applications/${spec.delivery.argocd.namespace}/${spec.metadata.name}`,
              withSlash(spec.delivery.argocd.url),
            ).toString()
          : undefined,
      title: 'Argo CD',
      icon: 'dashboard',
      type: 'argocd',
    },
    {
      url: spec.monitoring.enabled ? spec.monitoring.dashboard.url : undefined,
      title: 'Grafana',
      icon: 'dashboard',
      type: 'grafana',
    },
  ].filter(link => link.url !== undefined);
  return links.length > 0 ? { links } : {};
}

function withSlash(url: string): string {
  return url.endsWith('/') ? url : `${url}/`;
}

function serverEntity(spec: Spec): CatalogEntity {
  const { name } = spec.metadata;
  return {
    apiVersion: API_VERSION,
    kind: 'Component',
    metadata: {
      name: `${name}-server`,
      title: `${spec.metadata.title}: server`,
      description: 'Runs workflows and serves the REST API',
      annotations: partAnnotations(spec, 'server'),
    },
    spec: {
      type: 'service',
      lifecycle: spec.lifecycle,
      owner: spec.owner,
      system: spec.system,
      subcomponentOf: `component:default/${name}`,
      providesApis: [`api:default/${name}-api`],
      dependsOn: resourceNames(spec).map(
        resource => `resource:default/${resource}`,
      ),
    },
  };
}

function studioEntity(spec: Spec): CatalogEntity {
  const { name } = spec.metadata;
  return {
    apiVersion: API_VERSION,
    kind: 'Component',
    metadata: {
      name: `${name}-studio`,
      title: `${spec.metadata.title}: studio`,
      description: 'Designs and inspects workflows in the browser',
      annotations: partAnnotations(spec, 'studio'),
    },
    spec: {
      type: 'website',
      lifecycle: spec.lifecycle,
      owner: spec.owner,
      system: spec.system,
      subcomponentOf: `component:default/${name}`,
      consumesApis: [`api:default/${name}-api`],
    },
  };
}

function partAnnotations(
  spec: Spec,
  component: string,
): Record<string, string> {
  return {
    [ELSA_ENVIRONMENT_ANNOTATION]: spec.metadata.name,
    ...kubernetesAnnotations(spec, component),
    'backstage.io/techdocs-entity': `component:default/${spec.metadata.name}`,
    ...argocdAnnotations(spec),
  };
}

/** Also the suffixes of the databases' entities. */
export const PROVIDER_TITLES = {
  postgresql: 'PostgreSQL',
  sqlserver: 'SQL Server',
  mysql: 'MySQL',
  sqlite: 'SQLite',
};

/** Data services of the environment: suffix of the name, type and what it is. */
export function dataServices(
  spec: Spec,
): Array<{ suffix: DataServiceSuffix; type: string; title: string }> {
  const { database, pgbouncer, redis, rabbitmq } = spec;
  const where = (mode: string) =>
    ({
      embedded: 'in the namespace',
      external: 'outside of the environment',
      cloudnativepg: 'by CloudNativePG',
      operator: 'by the RabbitMQ operator',
    })[mode] ?? mode;
  return [
    {
      suffix: database.provider,
      type: 'database',
      title: `${PROVIDER_TITLES[database.provider]} ${where(database.mode)}`,
    },
    ...(pgbouncer.enabled
      ? [
          {
            suffix: 'pgbouncer' as const,
            type: 'connection-pool',
            title: 'PgBouncer in front of the database',
          },
        ]
      : []),
    ...(redis.enabled
      ? [
          {
            suffix: 'redis' as const,
            type: 'lock-store',
            title: `${redis.engine === 'valkey' ? 'Valkey' : 'Redis'} ${where(
              redis.mode,
            )}, for locks`,
          },
        ]
      : []),
    ...(rabbitmq.enabled
      ? [
          {
            suffix: 'rabbitmq' as const,
            type: 'message-broker',
            title: `RabbitMQ ${where(rabbitmq.mode)}, for cache invalidation`,
          },
        ]
      : []),
  ];
}

function resourceNames(spec: Spec): string[] {
  return dataServices(spec).map(
    ({ suffix }) => `${spec.metadata.name}-${suffix}`,
  );
}

function resourceEntities(spec: Spec): CatalogEntity[] {
  return dataServices(spec).map(({ suffix, type, title }) => ({
    apiVersion: API_VERSION,
    kind: 'Resource',
    metadata: {
      name: `${spec.metadata.name}-${suffix}`,
      description: title,
      annotations: {
        [ELSA_ENVIRONMENT_ANNOTATION]: spec.metadata.name,
        ...kubernetesAnnotations(spec, DATA_SERVICE_COMPONENTS[suffix]),
      },
    },
    spec: { type, owner: spec.owner, system: spec.system },
  }));
}

function apiEntity(spec: Spec): CatalogEntity {
  const { name } = spec.metadata;
  return {
    apiVersion: API_VERSION,
    kind: 'API',
    metadata: {
      name: `${name}-api`,
      title: `${spec.metadata.title}: REST API`,
      description: 'Elsa REST API of this environment',
      annotations: { [ELSA_ENVIRONMENT_ANNOTATION]: name },
    },
    spec: {
      type: 'openapi',
      lifecycle: spec.lifecycle,
      owner: spec.owner,
      system: spec.system,
      definition: openApiDefinition(spec),
    },
  };
}
