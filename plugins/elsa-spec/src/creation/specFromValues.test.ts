import { checkEnvironmentSpec } from '../environment/resolve';
import {
  environmentSpecFromValues,
  readCreationValues,
  repositoryUrlFromValues,
} from './specFromValues';

describe('environmentSpecFromValues', () => {
  it('should keep the fields of the spec and drop what nobody filled in', () => {
    expect(
      environmentSpecFromValues({
        metadata: { name: 'payments', title: '', description: undefined },
        owner: 'group:default/payments',
        target: { cluster: 'production-eu', namespace: '' },
        host: {},
        database: { provider: 'postgresql', external: { host: '' } },
        slos: [],
        review: true,
        repositoryMode: 'new',
      }),
    ).toEqual({
      metadata: { name: 'payments' },
      owner: 'group:default/payments',
      target: { cluster: 'production-eu' },
      database: { provider: 'postgresql' },
      slos: [],
    });
  });

  it('should forget answers to questions that are no longer asked', () => {
    const spec = environmentSpecFromValues({
      host: { profile: 'official' },
      redis: { enabled: true },
      rabbitmq: { enabled: true },
      exposure: { kind: 'gateway', alb: { scheme: 'internal' } },
      database: {
        provider: 'sqlite',
        mode: 'external',
        external: { host: 'db.example.com' },
      },
    });
    expect(spec).toEqual({
      host: { profile: 'official' },
      exposure: { kind: 'gateway' },
      database: { provider: 'sqlite' },
    });
  });

  it('should name the answers that it forgets', () => {
    expect(
      readCreationValues({
        host: { profile: 'official' },
        server: { replicas: 3, autoscaling: { enabled: true, maxReplicas: 9 } },
        monitoring: { enabled: false, alerts: false },
      }),
    ).toEqual({
      spec: { host: { profile: 'official' }, monitoring: { enabled: false } },
      ignored: [
        'server.autoscaling.enabled',
        'server.replicas',
        'server.autoscaling.maxReplicas',
        'monitoring.alerts',
      ],
    });
  });

  it("should take Istio's mesh with Istio's gateway, unless another was chosen", () => {
    const exposure = { kind: 'istio', host: 'elsa.example.com' };
    expect(environmentSpecFromValues({ exposure }).mesh).toEqual({
      kind: 'istio',
    });
    expect(
      environmentSpecFromValues({ exposure, mesh: { kind: 'none' } }).mesh,
    ).toEqual({ kind: 'none' });
  });

  it('should tell the spec where its repository lives', () => {
    const spec = environmentSpecFromValues({
      metadata: { name: 'payments' },
      owner: 'group:default/payments',
      target: { cluster: 'production-eu' },
      exposure: { host: 'elsa.example.com' },
      delivery: { packaging: 'helm' },
      repository: {
        kind: 'gitlab',
        mode: 'new',
        repoUrl: 'gitlab.com?owner=payments%2Fplatform&repo=deployment',
      },
    });
    expect(spec.delivery).toEqual({
      packaging: 'helm',
      ci: 'gitlab',
      repository: { url: 'https://gitlab.com/payments/platform/deployment' },
    });
    expect(checkEnvironmentSpec(spec).issues).toEqual([]);
  });

  it.each([
    [{}, undefined],
    [{ repositoryKind: 'github', repoUrl: 'github.com?owner=a' }, undefined],
    [
      { repositoryKind: 'github', repoUrl: 'github.com?owner=a&repo=b%2F..' },
      'https://github.com/a/b%2F..',
    ],
    [
      { repository: { kind: 'github', repoUrl: 'github.com?owner=a&repo=b' } },
      'https://github.com/a/b',
    ],
    [
      { repository: { kind: 'git', remoteUrl: 'https://git.example.com/a/b' } },
      'https://git.example.com/a/b',
    ],
    [{ repository: { kind: 'git' } }, undefined],
    [{ repositoryKind: 'git', remoteUrl: '' }, undefined],
    [
      { repositoryKind: 'git', remoteUrl: 'https://git.example.com/a/b.git' },
      'https://git.example.com/a/b.git',
    ],
  ])('should read the address from %j', (values, expected) => {
    expect(repositoryUrlFromValues(values)).toBe(expected);
  });
});
