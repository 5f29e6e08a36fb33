import type { Entity } from '@backstage/catalog-model';
import type { JsonObject } from '@backstage/types';
import type { KubernetesObject } from '../sources/kubernetes/KubernetesObject';
import type { Handler } from './FaultServer';
import { sendJson } from './FaultServer';
import { environmentEntity, serverObjects } from './objects';

/** An environment whose every text carries its own mark. */
export interface MarkedEnvironment {
  name: string;
  mark: string;
  namespace: string;
  cluster: string;
  owner: string;
  lifecycle?: string;
  /** Runs in the cluster, and is in no catalog. */
  isStray?: boolean;
}

export const SHARED_CLUSTER = 'shared';

function marked(
  mark: string,
  options: Pick<MarkedEnvironment, 'owner'> & Partial<MarkedEnvironment>,
): MarkedEnvironment {
  return {
    mark,
    name: `${mark}-environment`,
    namespace: `${mark}-namespace`,
    cluster: SHARED_CLUSTER,
    ...options,
  };
}

/** Marks are no part of each other, nor of any word of the API. */
export const ENVIRONMENTS: readonly MarkedEnvironment[] = [
  marked('mkopen', {
    owner: 'group:default/mkopen-team',
    lifecycle: 'development',
  }),
  marked('mkown', { owner: 'group:default/payments' }),
  marked('mkpeer', { owner: 'group:default/mkpeer-team' }),
  // Its cluster and its Prometheus hold nothing else.
  marked('mkfar', {
    owner: 'group:default/mkpeer-team',
    cluster: 'mkfar-cluster',
  }),
  marked('mkstray', { owner: 'group:default/mkstray-team', isStray: true }),
];

export function refOf({ name }: MarkedEnvironment): string {
  return `component:default/${name}`;
}

/** Environment, server and owner. */
export function entitiesOf(environment: MarkedEnvironment): Entity[] {
  const { mark, name, owner } = environment;
  if (environment.isStray) {
    return [];
  }
  const made = environmentEntity({ ...environment, system: `${mark}-system` });
  const { annotations } = made.metadata;
  const main: Entity = {
    ...made,
    relations: undefined,
    metadata: {
      ...made.metadata,
      title: `Title of ${mark}`,
      description: `Description of ${mark}`,
      links: [{ url: `https://${mark}.example.com`, title: `Link ${mark}` }],
      annotations: {
        ...annotations,
        'elsa-portal.io/host-profile': `${mark}-profile`,
      },
    },
  };
  return [
    main,
    {
      ...main,
      metadata: { ...main.metadata, name: `${name}-server` },
      spec: { ...main.spec, type: 'service' },
    },
    {
      apiVersion: 'backstage.io/v1alpha1',
      kind: 'Group',
      metadata: {
        name: owner.split('/')[1],
        annotations: {
          'backstage.io/managed-by-location': 'url:http://localhost/none',
          'backstage.io/managed-by-origin-location':
            'url:http://localhost/none',
        },
      },
      spec: { type: 'team', children: [] },
    },
  ];
}

/** Its server, and an Argo CD that delivers it to a cluster nobody knows. */
export function objectsOf(
  environment: MarkedEnvironment,
  options: { isCrashing: boolean },
): KubernetesObject[] {
  const { mark, name, namespace } = environment;
  const text = JSON.stringify(serverObjects(environment, options))
    .replaceAll('elsa:3.9.0', `registry.example.com/${mark}/elsa:3.9.0`)
    .replaceAll('back-off 5m0s', `back-off 5m0s of ${mark}`);
  const application: KubernetesObject = {
    apiVersion: 'argoproj.io/v1alpha1',
    kind: 'Application',
    metadata: {
      name,
      namespace: 'argocd',
      labels: {
        'app.kubernetes.io/part-of': 'elsa-workflows',
        'app.kubernetes.io/instance': name,
      },
    },
    spec: { destination: { namespace, name: `${mark}-destination` } },
    status: { sync: { status: 'Synced' }, health: { status: 'Healthy' } },
  };
  return [...(JSON.parse(text) as KubernetesObject[]), application];
}

/** Alerts and SLOs of these environments, as Prometheus tells of them. */
export function answerMetrics(
  environments: readonly MarkedEnvironment[],
): Handler {
  const labelsOf = ({ mark, name, namespace }: MarkedEnvironment) => ({
    elsa_environment: name,
    namespace,
    sloth_slo: `${mark}-slo`,
  });
  return ({ path, body }, response) => {
    const query = new URLSearchParams(body).get('query') ?? '';
    const sampleOf =
      (labels: JsonObject, value: string) =>
      (environment: MarkedEnvironment) => ({
        metric: { ...labelsOf(environment), ...labels },
        value: [Date.now() / 1000, value],
      });
    const samples = query.includes('slo:sli_error')
      ? ['5m', '1h', '30d'].map(window =>
          sampleOf({ sloth_window: window }, '0.0005'),
        )
      : [
          sampleOf({ __name__: 'slo:objective:ratio' }, '0.999'),
          sampleOf({ __name__: 'slo:time_period:days' }, '30'),
        ].filter(() => query.includes('slo:objective'));
    const alerts = environments.map(environment => ({
      labels: {
        ...labelsOf(environment),
        alertname: `Alert of ${environment.mark}`,
      },
      annotations: { summary: `Summary of ${environment.mark}` },
      state: 'firing',
      activeAt: '2026-11-20T11:00:00Z',
      value: '1',
    }));
    const isRange = path.endsWith('/query_range');
    sendJson(response, {
      status: 'success',
      data: path.endsWith('/alerts')
        ? { alerts }
        : {
            resultType: isRange ? 'matrix' : 'vector',
            result: isRange
              ? []
              : environments.flatMap(item => samples.map(make => make(item))),
          },
    });
  };
}
