import {
  DATA_SERVICE_COMPONENTS,
  ELSA_ENVIRONMENT_ANNOTATION,
  ELSA_ENVIRONMENT_TYPE,
  ELSA_HOST_PROFILE_ANNOTATION,
  ELSA_PARTS_ANNOTATION,
  ELSA_TEMPLATE_VERSION_ANNOTATION,
} from '@elsa-portal/backstage-plugin-elsa-common';
import type { Values } from '@elsa-portal/backstage-plugin-elsa-spec';
import { requiredParts } from '../health/requiredParts';
import { openApiDefinition } from './openapi';
import type { Environment, Spec } from '../files/types';
import {
  argocdAnnotations,
  grafanaAnnotations,
  kubernetesAnnotations,
  partAnnotations,
  repositoryAnnotations,
} from './annotations';
import { dataServices } from './dataServices';
import { linksField } from './links';

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
  environment: Environment,
  templateVersion: string,
): CatalogEntity[] {
  const { spec } = environment;
  return [
    ...(spec.isSystemDerived ? [systemEntity(spec)] : []),
    environmentEntity(environment, templateVersion),
    serverEntity(environment),
    ...(spec.studio.enabled ? [studioEntity(spec)] : []),
    ...resourceEntities(environment),
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

function environmentEntity(
  environment: Environment,
  templateVersion: string,
): CatalogEntity {
  const { spec } = environment;
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
        [ELSA_PARTS_ANNOTATION]: requiredParts(environment).join(','),
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
      dependsOn: resourceNames(environment).map(
        name => `resource:default/${name}`,
      ),
    },
  };
}

function serverEntity(environment: Environment): CatalogEntity {
  const { spec } = environment;
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
      dependsOn: resourceNames(environment).map(
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

function resourceNames(environment: Environment): string[] {
  const { name } = environment.spec.metadata;
  return dataServices(environment).map(({ suffix }) => `${name}-${suffix}`);
}

function resourceEntities(environment: Environment): CatalogEntity[] {
  const { spec } = environment;
  return dataServices(environment).map(({ suffix, type, title }) => ({
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
