import { checkEnvironmentSpec } from '../../environment/resolve';
import { HOST_PROFILE_IDS } from '../../profiles';
import { answerQuestion, listQuestions, QUESTION_SECTIONS } from '.';
import type { CreationSection } from '.';

type Spec = Record<string, unknown>;

const DIGEST = `sha256:${'0'.repeat(64)}`;
const HOSTS: Record<string, Spec> = {
  official: { profile: 'official' },
  'legacy-v3-5': {
    profile: 'legacy-v3-5',
    server: { digest: DIGEST },
    studio: { digest: DIGEST },
  },
  clustered: {
    profile: 'clustered',
    server: { repository: 'registry.example.com/elsa', tag: '1.0.0' },
  },
};

const createSpec = (parts: Spec = {}): Spec => ({
  metadata: { name: 'payments' },
  owner: 'group:default/payments',
  target: { cluster: 'production-eu' },
  exposure: { kind: 'gateway', host: 'elsa.example.com' },
  ...parts,
});

const sectionOf = (id: string): CreationSection => {
  const section = QUESTION_SECTIONS.find(known => known.id === id);
  if (!section) {
    throw new Error(`No section ${id}`);
  }
  return section;
};

const open = (id: string, spec: Spec) =>
  listQuestions(sectionOf(id), spec).map(({ question }) => question.path);

const choices = (id: string, path: string, spec: Spec) =>
  listQuestions(sectionOf(id), spec)
    .find(({ question }) => question.path === path)
    ?.choices.map(({ value }) => value);

describe('listQuestions', () => {
  it('should offer autoscaling to clustered hosts only', () => {
    expect(open('replicas', createSpec())).toEqual([]);
    const clustered = createSpec({
      host: HOSTS.clustered,
      preset: 'production',
    });
    expect(open('replicas', clustered)).toEqual([
      'server.autoscaling.enabled',
      'server.autoscaling.minReplicas',
      'server.autoscaling.maxReplicas',
      'server.autoscaling.targetCpuUtilization',
      'server.autoscaling.kind',
    ]);
    expect(
      open('replicas', {
        ...clustered,
        server: { autoscaling: { enabled: false } },
      }),
    ).toEqual(['server.autoscaling.enabled', 'server.replicas']);
  });

  it('should ask for request rates only where KEDA can get them', () => {
    const path = 'server.autoscaling.requestsPerSecond';
    const keda = createSpec({
      host: HOSTS.clustered,
      server: { autoscaling: { enabled: true, kind: 'keda' } },
    });
    expect(open('replicas', keda)).not.toContain(path);
    expect(
      open('replicas', {
        ...keda,
        exposure: { kind: 'traefik', host: 'elsa.example.com' },
      }),
    ).toContain(path);
  });

  it.each([
    ['official', 'development', ['postgresql', 'sqlserver', 'mysql', 'sqlite']],
    ['official', 'production', ['postgresql', 'sqlserver', 'mysql']],
    ['legacy-v3-5', 'development', ['postgresql', 'sqlserver', 'sqlite']],
    ['clustered', 'development', ['postgresql', 'sqlserver', 'mysql']],
  ])('should offer %s in %s the databases %j', (profile, preset, expected) => {
    expect(
      choices(
        'database',
        'database.provider',
        createSpec({ host: HOSTS[profile], preset }),
      ),
    ).toEqual(expected);
  });

  it('should offer an operator for PostgreSQL only', () => {
    expect(choices('database', 'database.mode', createSpec())).toEqual([
      'embedded',
      'cloudnativepg',
      'external',
    ]);
    expect(
      choices(
        'database',
        'database.mode',
        createSpec({ database: { provider: 'mysql' } }),
      ),
    ).toEqual(['embedded', 'external']);
    expect(
      open('database', createSpec({ database: { provider: 'sqlite' } })),
    ).toEqual(['database.provider', 'database.storage.size']);
  });

  it('should not offer the Developer edition in production', () => {
    expect(
      choices(
        'database',
        'database.sqlserver.edition',
        createSpec({
          preset: 'production',
          database: { provider: 'sqlserver' },
        }),
      ),
    ).toEqual(['Express', 'Standard', 'Enterprise']);
  });

  it('should offer only what counts requests here', () => {
    const monitored = (exposure: Spec, host = HOSTS.official) =>
      choices(
        'monitoring',
        'monitoring.metricProfile',
        createSpec({ host, exposure, monitoring: { enabled: true } }),
      );
    const host = 'elsa.example.com';
    expect(monitored({ kind: 'ingress-nginx', host }, HOSTS.clustered)).toEqual(
      ['otel', 'prometheus-net', 'ingress-nginx', 'guide'],
    );
    // One way only is no question.
    expect(monitored({ kind: 'ingress-nginx', host })).toBeUndefined();
  });

  it("should leave only Istio's mesh to Istio's gateway", () => {
    const spec = createSpec({
      exposure: { kind: 'istio', host: 'elsa.example.com' },
      mesh: { kind: 'istio' },
    });
    expect(open('mesh', spec)).not.toContain('mesh.kind');
    expect(open('mesh', spec)).toContain('mesh.istio.dataplane');
  });

  it('should ask for the certificate where this environment brings it', () => {
    expect(open('tls', createSpec())).toEqual([]);
    expect(
      open(
        'tls',
        createSpec({ exposure: { kind: 'traefik', host: 'elsa.example.com' } }),
      ),
    ).toEqual([
      'exposure.tls.source',
      'exposure.tls.issuer.name',
      'exposure.tls.issuer.kind',
    ]);
  });

  it('should not offer backups of what nothing can back up', () => {
    expect(
      open('backups', createSpec({ database: { provider: 'sqlite' } })),
    ).toEqual(['backup.velero.enabled']);
    const external = (database: Spec) =>
      open(
        'backups',
        createSpec({
          database: { external: { host: 'db.example.com' }, ...database },
        }),
      );
    expect(external({ provider: 'sqlserver' })).not.toContain('backup.enabled');
    expect(external({ provider: 'mysql' })).toContain('backup.enabled');
    expect(external({ provider: 'postgresql' })).not.toContain(
      'backup.enabled',
    );
    expect(
      external({
        provider: 'postgresql',
        external: {
          host: 'db.example.com',
          caSecret: { name: 'ca', key: 'ca.crt' },
        },
      }),
    ).toContain('backup.enabled');
  });

  it('should ask for the credentials of an object store, sealed where secrets are', () => {
    const stored = (objectStore: Spec) =>
      createSpec({
        preset: 'production',
        database: { mode: 'cloudnativepg', instances: 3 },
        backup: { enabled: true, method: 'object-store', objectStore },
        secrets: { kind: 'sealed-secrets' },
      });
    const bucket = { destinationPath: 's3://backups/payments' };
    const identity = 'backup.objectStore.useWorkloadIdentity';
    const question = listQuestions<string, string>(
      sectionOf('backups'),
      stored(bucket),
    ).find(offered => offered.question.path === identity);
    expect(question).toMatchObject({ answer: undefined, effective: true });
    expect(open('backups', stored({ existing: 'backups' }))).not.toContain(
      identity,
    );

    const missing = (objectStore: Spec) =>
      checkEnvironmentSpec(stored(objectStore))
        .issues.map(({ path }) => path)
        .filter(path => path.startsWith('secrets.sealed.backup'));
    expect(missing({ ...bucket, useWorkloadIdentity: false })).toEqual([
      'secrets.sealed.backup["access-key-id"]',
      'secrets.sealed.backup["secret-access-key"]',
    ]);
    expect(missing(bucket)).toEqual([]);
    expect(open('secrets', stored(bucket))).toContain('secrets.sealed');
  });

  it('should offer pooling of transactions to hosts with a direct connection', () => {
    const pooled = { pgbouncer: { enabled: true } };
    expect(open('pooling', createSpec(pooled))).not.toContain(
      'pgbouncer.poolMode',
    );
    expect(
      choices(
        'pooling',
        'pgbouncer.poolMode',
        createSpec({ ...pooled, host: HOSTS.clustered }),
      ),
    ).toEqual(['session', 'transaction']);
  });

  it('should show an answer that has become wrong', () => {
    const spec = createSpec({
      monitoring: { enabled: true, metricProfile: 'traefik' },
      exposure: { kind: 'ingress-nginx', host: 'elsa.example.com' },
    });
    expect(choices('monitoring', 'monitoring.metricProfile', spec)).toEqual([
      'ingress-nginx',
      'traefik',
    ]);
  });
});

describe('answerQuestion', () => {
  it('should forget what the new answer leaves without meaning', () => {
    const spec = createSpec({
      database: {
        provider: 'postgresql',
        mode: 'cloudnativepg',
        instances: 3,
        storage: { size: '20Gi' },
      },
    });
    expect(
      answerQuestion(sectionOf('database'), spec, 'database.provider', 'mysql')
        .database,
    ).toEqual({ provider: 'mysql', storage: { size: '20Gi' } });
  });

  it('should leave what was wrong before for people to see', () => {
    const spec = createSpec({
      exposure: { kind: 'ingress-nginx', host: 'elsa.example.com' },
      monitoring: { enabled: true, metricProfile: 'traefik' },
    });
    expect(
      answerQuestion(sectionOf('monitoring'), spec, 'monitoring.alerts', false)
        .monitoring,
    ).toEqual({ enabled: true, metricProfile: 'traefik', alerts: false });
  });

  it('should leave nothing behind where everything is the default again', () => {
    const spec = createSpec({ mesh: { istio: { dataplane: 'ambient' } } });
    expect(
      answerQuestion(
        sectionOf('mesh'),
        spec,
        'mesh.istio.dataplane',
        undefined,
      ),
    ).toEqual(createSpec());
  });
});

describe('what accepts published credentials', () => {
  const ingress = { kind: 'ingress-nginx', host: 'elsa.example.com' };
  const finding = (spec: Spec) =>
    listQuestions(sectionOf('acknowledgement'), spec).map(
      offered => offered.finding?.id,
    );
  const own = (tag: string, version?: string) => ({
    profile: 'clustered',
    version,
    server: { repository: 'mirror.example.com/elsa-server-app', tag },
  });

  it.each([
    [{ host: HOSTS.official }, []],
    [{ host: HOSTS.clustered }, []],
    [{ host: { profile: 'clustered' } }, []],
    [{ host: HOSTS['legacy-v3-5'] }, ['public-credentials-3.5']],
    [{ host: own('3.6.1') }, ['public-credentials-3.6']],
    [{ host: own('blue', '3.6.3') }, ['public-credentials-3.6']],
    [{ host: own('blue', '3.9.0') }, []],
    [{ host: HOSTS['legacy-v3-5'], exposure: { kind: 'none' } }, []],
  ])('should be acknowledged with %j as %j', (parts, expected) => {
    expect(finding(createSpec(parts))).toEqual(expected);
  });

  it('should need networks, and lead to a spec that is valid', () => {
    const spec = createSpec({ host: HOSTS['legacy-v3-5'], exposure: ingress });
    const acknowledged = answerQuestion(
      sectionOf('acknowledgement'),
      spec,
      'security.acknowledge',
      ['public-credentials-3.5'],
    );
    expect(
      checkEnvironmentSpec(acknowledged).issues.map(({ path }) => path),
    ).toEqual(open('sources', acknowledged));
    const limited = answerQuestion(
      sectionOf('sources'),
      acknowledged,
      'exposure.allowedSources',
      ['10.20.0.0/16'],
    );
    expect(checkEnvironmentSpec(limited).issues).toEqual([]);
  });

  it('should ask for networks where the edge can tell them, and keep showing a limit', () => {
    expect(open('sources', createSpec())).toEqual([]);
    expect(open('sources', createSpec({ exposure: ingress }))).toEqual([
      'exposure.allowedSources',
    ]);
    const limited = { allowedSources: ['10.0.0.0/16'] };
    const kept = createSpec({
      exposure: { kind: 'istio', host: 'elsa.example.com', ...limited },
    });
    expect(open('sources', kept)).toEqual(['exposure.allowedSources']);
  });
});

describe('every answer that is offered', () => {
  /** Istio's gateway cannot limit who reaches the credentials of the legacy images. */
  const isPossible = (profile: string, kind: string) =>
    profile !== 'legacy-v3-5' || kind !== 'istio';
  const exposedKnowingly = (kind: string) => ({
    exposure: {
      allowedSources: ['10.20.0.0/16'],
      ...(kind === 'gateway' && {
        gateway: { implementation: 'envoy-gateway' },
      }),
    },
    security: { acknowledge: ['public-credentials-3.5'] },
  });
  const EXPOSURES = [
    'gateway',
    'ingress-nginx',
    'ingress-traefik',
    'traefik',
    'alb',
    'istio',
  ];
  /** What a person would write where a text is asked for. */
  const TEXTS: Record<string, unknown> = {
    'database.external.host': 'db.example.com',
    'exposure.gateway.className': 'public',
    'exposure.tls.secretName': 'certificate',
    'secrets.store.name': 'vault',
    'monitoring.otlpEndpoint': 'http://collector.monitoring.svc:4317',
    'redis.external.host': 'redis.example.com',
    'rabbitmq.external.host': 'rabbitmq.example.com',
    'backup.objectStore.destinationPath': 's3://backups/payments',
    'security.resourceQuota.pods': 20,
    'database.sqlserver.acceptEula': true,
    'database.sqlserver.edition': 'Express',
  };
  // Locks in Redis are asked for in a section of their own.
  const isLeftToOthers = (path: string) => path === 'server.locks';

  /** Answers what else is open and needed after an answer. */
  function complete(section: CreationSection, spec: Spec): Spec {
    const questions = section.questions.filter(
      ({ path }) => TEXTS[path] !== undefined,
    );
    return questions.reduce((answered, { path }) => {
      const isOpen = listQuestions(section, answered).some(
        ({ question, answer }) =>
          question.path === path && answer === undefined,
      );
      return isOpen
        ? answerQuestion(section, answered, path, TEXTS[path])
        : answered;
    }, spec);
  }

  it.each(
    HOST_PROFILE_IDS.flatMap(profile =>
      EXPOSURES.filter(kind => isPossible(profile, kind)).flatMap(kind =>
        // Presets and exposures have little to do with each other.
        (kind === 'gateway'
          ? ['development', 'production']
          : ['production']
        ).map(preset => [profile, kind, preset] as const),
      ),
    ),
  )(
    'should lead to a valid spec for %s by %s in %s',
    (profile, kind, preset) => {
      const knowingly =
        profile === 'legacy-v3-5' ? exposedKnowingly(kind) : undefined;
      const base = createSpec({
        preset,
        host: HOSTS[profile],
        exposure: {
          kind,
          host: 'elsa.example.com',
          ...knowingly?.exposure,
          ...(kind === 'alb' && {
            alb: {
              certificateArn:
                'arn:aws:acm:eu-west-1:123456789012:certificate/12345678-1234-1234-1234-123456789012',
              sourceCidrs: ['10.0.0.0/16'],
            },
          }),
        },
        ...(kind === 'istio' && { mesh: { kind: 'istio' } }),
        ...(knowingly && { security: knowingly.security }),
      });
      expect(checkEnvironmentSpec(base).issues).toEqual([]);
      const failures = QUESTION_SECTIONS.flatMap(section =>
        listQuestions<string, string>(section, base).flatMap(
          ({ question, choices: offered, effective }) => {
            const answers =
              question.kind === 'switch'
                ? [!effective]
                : offered.map(choice => choice.value);
            return answers.flatMap(answer =>
              checkEnvironmentSpec(
                complete(
                  section,
                  answerQuestion(section, base, question.path, answer),
                ),
              )
                .issues.filter(
                  issue =>
                    !isLeftToOthers(issue.path) &&
                    // The only limit inside of the cluster, and the message says so.
                    !(
                      knowingly !== undefined &&
                      issue.path === 'security.networkPolicy.enabled'
                    ) &&
                    // Encrypted values cannot be made up.
                    !issue.path.startsWith('secrets.sealed'),
                )
                .map(
                  issue =>
                    `${question.path}=${answer} -> ${issue.path}: ${issue.message}`,
                ),
            );
          },
        ),
      );
      expect(failures).toEqual([]);
    },
  );
});
