import { publicUrl } from '@elsa-portal/backstage-plugin-elsa-spec';
import type { Spec } from '../files/types';
import { toYaml } from '../files/yaml';

const WORKFLOW_FILTERS = [
  parameter('page', 'integer', 'Zero-based page'),
  parameter('pageSize', 'integer', 'Entries per page'),
  parameter('status', 'string', 'Running or Finished'),
  parameter(
    'subStatus',
    'string',
    'Pending, Executing, Suspended, Finished, Cancelled or Faulted',
  ),
  parameter('hasIncidents', 'boolean', 'Only instances with incidents'),
];

function parameter(name: string, type: string, description: string) {
  return { name, in: 'query', description, schema: { type } };
}

function operation(
  summary: string,
  options: { parameters?: unknown[]; isAnonymous?: boolean } = {},
) {
  return {
    summary,
    ...(options.parameters && { parameters: options.parameters }),
    ...(options.isAnonymous && { security: [] }),
    responses: {
      '200': { description: 'Success' },
      ...(!options.isAnonymous && {
        '401': { description: 'Not signed in' },
        '403': { description: 'Not permitted' },
      }),
    },
  };
}

/**
 * The part of Elsa's REST API that operators use, as OpenAPI. The server
 * itself publishes no description in the official images.
 */
export function openApiDefinition(spec: Spec): string {
  const server = publicUrl(spec, 'server');
  return toYaml({
    openapi: '3.0.3',
    info: {
      title: `Elsa REST API of ${spec.metadata.name}`,
      version: spec.host.server.tag ?? '3',
      description:
        'Workflow definitions and instances. Header: Authorization: ApiKey <key> or Bearer <token>.',
    },
    servers: [
      {
        url: `${
          server ??
          `http://${spec.metadata.name}-server.${spec.target.namespace}.svc`
        }/elsa/api`,
      },
    ],
    security: [{ apiKey: [] }, { bearer: [] }],
    paths: {
      '/package/version': {
        get: operation('Version of the server; needs no sign-in', {
          isAnonymous: true,
        }),
      },
      '/identity/login': {
        post: operation('Sign in with user name and password', {
          isAnonymous: true,
        }),
      },
      '/workflow-definitions': {
        get: operation('List workflow definitions', {
          parameters: WORKFLOW_FILTERS.slice(0, 2),
        }),
      },
      '/workflow-definitions/query/count': {
        get: operation('Count workflow definitions'),
      },
      '/workflow-instances': {
        get: operation('List workflow instances', {
          parameters: WORKFLOW_FILTERS,
        }),
      },
      '/features/installed': { get: operation('List installed features') },
    },
    components: {
      securitySchemes: {
        apiKey: { type: 'apiKey', in: 'header', name: 'Authorization' },
        bearer: { type: 'http', scheme: 'bearer', bearerFormat: 'JWT' },
      },
    },
  });
}
