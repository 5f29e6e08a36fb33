import {
  expectedIssue,
  issuesOf,
  type Refusal,
} from '../__testUtils__/refusal';

describe('extraObjectsAreHarmless', () => {
  it.each<Refusal>([
    {
      title: 'a Secret among the extra objects',
      change: {
        extra: {
          objects: [
            { apiVersion: 'v1', kind: 'Secret', metadata: { name: 'x' } },
          ],
        },
      },
      path: 'extra.objects[0].kind',
      value: 'Secret',
      remedy: /ExternalSecret/,
    },
    {
      title: 'a ClusterRole among the extra objects',
      change: {
        extra: {
          objects: [
            {
              apiVersion: 'rbac.authorization.k8s.io/v1',
              kind: 'ClusterRole',
              metadata: { name: 'x' },
            },
          ],
        },
      },
      path: 'extra.objects[0].kind',
      value: 'ClusterRole',
      remedy: /platform team/,
    },
    {
      title: 'a kind that the Argo CD project denies among the extra objects',
      change: {
        extra: {
          objects: [
            {
              apiVersion: 'v1',
              kind: 'ResourceQuota',
              metadata: { name: 'x' },
            },
          ],
        },
      },
      path: 'extra.objects[0].kind',
      value: 'ResourceQuota',
      remedy: /security\.resourceQuota/,
    },
    {
      title: 'an extra object in another namespace',
      change: {
        extra: {
          objects: [
            {
              apiVersion: 'v1',
              kind: 'ConfigMap',
              metadata: { name: 'x', namespace: 'kube-system' },
            },
          ],
        },
      },
      path: 'extra.objects[0].metadata.namespace',
      value: 'kube-system',
      remedy: /Remove the namespace/,
    },
  ])('should refuse $title', refusal => {
    expect(issuesOf(refusal)).toContainEqual(expectedIssue(refusal));
  });
});
