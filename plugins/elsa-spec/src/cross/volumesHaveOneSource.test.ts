import {
  expectedIssue,
  issuesOf,
  type Refusal,
} from '../__testUtils__/refusal';

describe('volumesHaveOneSource', () => {
  it.each<Refusal>([
    {
      title: 'a volume without a source',
      change: {
        studio: { volumes: [{ name: 'data', mountPath: '/mnt/data' }] },
      },
      path: 'studio.volumes[0]',
      value: 'data',
      remedy: /Set one of/,
    },
    {
      title: 'two volumes in one folder, one with a slash',
      change: {
        server: {
          volumes: [
            { name: 'a', mountPath: '/mnt/data', secret: 'a' },
            { name: 'b', mountPath: '/mnt/data/', secret: 'b' },
          ],
        },
      },
      path: 'server.volumes[1].mountPath',
      value: '/mnt/data/',
      remedy: /its own path/,
    },
  ])('should refuse $title', refusal => {
    expect(issuesOf(refusal)).toContainEqual(expectedIssue(refusal));
  });
});
