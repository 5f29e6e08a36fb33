import {
  expectedIssue,
  issuesOf,
  type Refusal,
} from '../__testUtils__/refusal';

describe('volumesKeepTheProgram', () => {
  it.each<Refusal>([
    {
      title: "a volume over the program's files",
      change: {
        server: { volumes: [{ name: 'x', mountPath: '/app', secret: 'x' }] },
      },
      path: 'server.volumes[0].mountPath',
      value: '/app',
      remedy: /\/mnt\/data/,
    },
    {
      title: 'a volume over a folder that the image writes to, with a slash',
      change: {
        server: { volumes: [{ name: 'x', mountPath: '/tmp/', secret: 'x' }] },
      },
      path: 'server.volumes[0].mountPath',
      value: '/tmp/',
      remedy: /\/mnt\/data/,
    },
  ])('should refuse $title', refusal => {
    expect(issuesOf(refusal)).toContainEqual(expectedIssue(refusal));
  });
});
