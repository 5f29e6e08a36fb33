import type { Deployment, StatefulSet } from '../kubernetes/types';

const labels = (component: string) => ({
  'app.kubernetes.io/name': `elsa-${component}`,
  'app.kubernetes.io/instance': 'demo',
  'app.kubernetes.io/component': component,
  'app.kubernetes.io/part-of': 'elsa-workflows',
});

export function serverDeployment(replicas = 2, tag = '3.9.0'): Deployment {
  return {
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: {
      name: 'demo-server',
      namespace: 'demo',
      labels: labels('server'),
    },
    spec: {
      replicas,
      selector: { matchLabels: labels('server') },
      template: {
        metadata: { labels: labels('server') },
        spec: {
          containers: [
            {
              name: 'server',
              image: `registry.example.com/elsa-server:${tag}`,
              env: [
                {
                  name: 'CONNECTIONSTRINGS__POSTGRESQL',
                  valueFrom: {
                    secretKeyRef: { name: 'demo-database', key: 'connection' },
                  },
                },
              ],
              resources: {
                requests: { cpu: '250m', memory: '512Mi' },
                limits: { memory: '1Gi' },
              },
            },
          ],
        },
      },
    },
  };
}

export function databaseStatefulSet(): StatefulSet {
  return {
    apiVersion: 'apps/v1',
    kind: 'StatefulSet',
    metadata: {
      name: 'demo-postgresql',
      namespace: 'demo',
      labels: labels('database'),
    },
    spec: {
      replicas: 1,
      serviceName: 'demo-postgresql',
      selector: { matchLabels: labels('database') },
      template: {
        metadata: { labels: labels('database') },
        spec: {
          containers: [{ name: 'postgres', image: 'postgres:17-bookworm' }],
        },
      },
      volumeClaimTemplates: [
        {
          metadata: { name: 'data' },
          spec: {
            accessModes: ['ReadWriteOnce'],
            resources: { requests: { storage: '20Gi' } },
          },
        },
      ],
    },
  };
}
