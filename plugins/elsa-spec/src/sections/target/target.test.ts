import {
  expectedIssue,
  issuesOf,
  type Refusal,
} from '../../__testUtils__/refusal';

describe('section target', () => {
  it.each<Refusal>([
    {
      title: 'a namespace with dots',
      change: { target: { cluster: 'eu', namespace: 'a.b' } },
      path: 'target.namespace',
      value: 'a.b',
      remedy: /lower-case/,
    },
    {
      title: 'a namespace of the cluster',
      change: { target: { cluster: 'eu', namespace: 'kube-system' } },
      path: 'target.namespace',
      value: 'kube-system',
      remedy: /dedicated namespace/,
    },
    {
      title: 'a cluster with a line break',
      change: { target: { cluster: 'eu\nowner: me' } },
      path: 'target.cluster',
      value: 'eu\nowner: me',
      remedy: /configuration/,
    },
    {
      title: 'a Kubernetes release that is not supported',
      change: { target: { cluster: 'eu', kubernetesVersion: '1.28' } },
      path: 'target.kubernetesVersion',
      value: '1.28',
      remedy: /1\.35, 1\.36, 1\.37/,
    },
  ])('should refuse $title', refusal => {
    expect(issuesOf(refusal)).toContainEqual(expectedIssue(refusal));
  });
});
