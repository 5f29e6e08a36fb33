import {
  expectedIssue,
  issuesOf,
  type Refusal,
} from '../__testUtils__/refusal';

const sqlite = (part: 'server' | 'studio', mountPath: string) => ({
  preset: 'development',
  database: { provider: 'sqlite' },
  server: {},
  [part]: { volumes: [{ name: 'x', mountPath, secret: 'x' }] },
});

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
    ...['/app/', '/tmp/', '/app/App_Data/'].map(mountPath => ({
      title: `a volume on ${mountPath}`,
      change: { server: { volumes: [{ name: 'x', mountPath, secret: 'x' }] } },
      path: 'server.volumes[0].mountPath',
      value: mountPath,
      remedy: /\/mnt\/data/,
    })),
    ...['/data', '/data/', '/data/elsa.sqlite.db', '/data/x/'].map(
      mountPath => ({
        title: `a volume on ${mountPath}, where SQLite's file is`,
        change: sqlite('server', mountPath),
        path: 'server.volumes[0].mountPath',
        value: mountPath,
        remedy: /\/mnt\/data/,
      }),
    ),
  ])('should refuse $title', refusal => {
    expect(issuesOf(refusal)).toContainEqual(expectedIssue(refusal));
  });

  it.each([
    ['beside the data', sqlite('server', '/database')],
    ['in the studio, which has no data', sqlite('studio', '/data')],
    [
      'where another database keeps nothing',
      { server: sqlite('server', '/data').server },
    ],
  ])('should allow a volume %s', (_, change) => {
    expect(
      issuesOf({ title: '', path: '', remedy: /./, change }).filter(
        ({ path }) => path.includes('volumes'),
      ),
    ).toEqual([]);
  });
});
