import { promises as fs } from 'fs';
import { createMockDirectory } from '@backstage/backend-test-utils';
import { main } from '../cli/main';
import { HEALTH_EXIT_CODES } from '../cli/exitCodes';
import type { Verdict } from './judgeObjects';
import { waitForHealth } from './waitForHealth';

const NOW = '2026-11-27T12:00:00Z';

function deployment(name: string, available: number, labels = {}) {
  return {
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: { name, namespace: 'pay', generation: 1, labels },
    spec: { replicas: 1 },
    status: {
      observedGeneration: 1,
      replicas: 1,
      updatedReplicas: 1,
      readyReplicas: available,
      availableReplicas: available,
    },
  };
}

const crashing = {
  apiVersion: 'v1',
  kind: 'Pod',
  metadata: { name: 'web-1', namespace: 'pay' },
  spec: { restartPolicy: 'Always' },
  status: {
    phase: 'Running',
    containerStatuses: [
      {
        name: 'web',
        restartCount: 7,
        state: { waiting: { reason: 'CrashLoopBackOff' } },
      },
    ],
  },
};

const certificate = {
  apiVersion: 'cert-manager.io/v1',
  kind: 'Certificate',
  metadata: { name: 'web', namespace: 'pay' },
  status: {
    notAfter: '2026-11-28T12:00:00Z',
    conditions: [{ type: 'Ready', status: 'True' }],
  },
};

const spec = `
metadata: { name: payments }
owner: group:default/payments
preset: development
target: { cluster: eu }
exposure: { host: elsa.example.com }
`;

const KUBECTL = `#!/bin/sh
case "$*" in
  *api-resources*) printf 'pods\\ncertificates.cert-manager.io\\n' ;;
  *'get deployments.apps'*) cat "$(dirname "$0")/deployments.json" ;;
  *'get namespace/pay'*) echo '{"kind":"Namespace","apiVersion":"v1","metadata":{"name":"pay","deletionTimestamp":"2026-01-01T00:00:00Z"}}' ;;
  *'get events'*) echo 'Error from server (Forbidden): no' >&2; exit 1 ;;
  *'get certificates'*) echo 'Error from server (Forbidden): no' >&2; exit 1 ;;
  *) echo '{"kind":"List","items":[]}' ;;
esac
`;

async function run(...args: string[]) {
  const out: string[] = [];
  const error: string[] = [];
  const code = await main(['health', ...args], {
    out: text => out.push(text),
    error: text => error.push(text),
  });
  return { code, out: out.join(''), error: error.join('') };
}

jest.setTimeout(60_000);

describe('elsa-manifests health', () => {
  const directory = createMockDirectory();
  const judge = (content: unknown, ...args: string[]) => {
    directory.setContent({
      'input.json':
        typeof content === 'string' ? content : JSON.stringify(content),
      'spec.yaml': spec,
    });
    return run(directory.resolve('input.json'), ...args);
  };

  it.each([
    ['an array', [deployment('web', 1)]],
    ['a List', { kind: 'List', items: [deployment('web', 1)] }],
    ['one object', deployment('web', 1)],
    [
      'a list whose items do not say what they are',
      {
        apiVersion: 'apps/v1',
        kind: 'DeploymentList',
        items: [{ ...deployment('web', 1), kind: undefined }],
      },
    ],
    ['a case', { source: '-', now: NOW, input: [deployment('web', 1)] }],
    [
      'YAML',
      `---\n${JSON.stringify(deployment('web', 1))}\n---\n${JSON.stringify(deployment('api', 1))}\n`,
    ],
  ])('should find %s Healthy', async (_, content) => {
    expect(await judge(content)).toEqual({
      code: HEALTH_EXIT_CODES.healthy,
      out: expect.stringMatching(/: Healthy/),
      error: '',
    });
  });

  it("should judge other people's objects, with what to do", async () => {
    const { code, out } = await judge([deployment('web', 1), crashing]);
    expect(code).toBe(HEALTH_EXIT_CODES.notHealthy);
    expect(out).toContain('CrashLoopBackOff');
    expect(out).toMatch(/kubectl --namespace=pay logs pod\/web-1.*--previous/);
  });

  it('should print what programs read, remarks marked', async () => {
    const { code, out } = await judge(
      { input: [crashing, certificate], now: NOW },
      '--json',
    );
    expect(code).toBe(HEALTH_EXIT_CODES.notHealthy);
    expect(JSON.parse(out)).toEqual({
      status: 'Degraded',
      reasons: [
        {
          code: 'CrashLoopBackOff',
          health: 'Degraded',
          component: 'other',
          message: expect.stringContaining('web-1'),
        },
        {
          code: 'RenewalOverdue',
          health: 'Healthy',
          component: 'exposure',
          message: expect.stringContaining('web'),
          isRemark: true,
        },
      ],
    });
  });

  it('should judge at the time of the case, unless another is given', async () => {
    const content = { input: [certificate], now: NOW };
    expect((await judge(content)).code).toBe(HEALTH_EXIT_CODES.healthy);
    const late = await judge(content, '--now', '2026-11-29T12:00:00Z');
    expect(late.out).toContain('has expired');
    const unclear = await judge(content, '--now', 'yesterday');
    expect(unclear.code).toBe(HEALTH_EXIT_CODES.unreadable);
    expect(unclear.error).toContain('"yesterday" is no time');
  });

  it('should miss what the spec says there is', async () => {
    const { code, out } = await judge(
      [
        deployment('payments-server', 1, {
          'app.kubernetes.io/component': 'server',
        }),
      ],
      '--spec',
      directory.resolve('spec.yaml'),
    );
    expect(code).toBe(HEALTH_EXIT_CODES.notHealthy);
    expect(out).toContain('The database of payments is expected');
    expect(out).not.toContain('The server of payments is expected');
  });

  it('should not take half of a list for all of it', async () => {
    const { code, out } = await judge([deployment('web', 1), null]);
    expect(code).toBe(HEALTH_EXIT_CODES.notHealthy);
    expect(out).toContain('1 entries are no Kubernetes objects');
  });

  it.each([
    ['text', 'not\n: {a list'],
    ['something else', { status: 429 }],
    ['a case without objects', { now: NOW, input: { status: 504 } }],
    ['a case of no time', { now: 'soon', input: [deployment('web', 1)] }],
  ])('should not judge %s', async (_, content) => {
    const { code, out, error } = await judge(content);
    expect(code).toBe(HEALTH_EXIT_CODES.unreadable);
    expect(out).toBe('');
    expect(error).toContain('input.json');
  });

  it('should not judge a file that is not there', async () => {
    expect((await run('/nowhere.json')).code).toBe(
      HEALTH_EXIT_CODES.unreadable,
    );
  });

  it('should say that nothing is there', async () => {
    expect((await judge([])).code).toBe(HEALTH_EXIT_CODES.notHealthy);
  });

  describe('of a cluster', () => {
    const cluster = async (...args: string[]) => {
      directory.setContent({
        kubectl: KUBECTL,
        'deployments.json': JSON.stringify({
          kind: 'List',
          items: [deployment('web', 1)],
        }),
      });
      await fs.chmod(directory.resolve('kubectl'), 0o755);
      return run('--kubectl', directory.resolve('kubectl'), ...args);
    };

    it('should read it and name what it could not read', async () => {
      const { code, out } = await cluster();
      expect(code).toBe(HEALTH_EXIT_CODES.notHealthy);
      expect(out).toContain('certificates.cert-manager.io could not be read');
    });

    it('should name a namespace that is being deleted', async () => {
      const { out } = await cluster('--namespace', 'pay');
      expect(out).toContain('NamespaceTerminating');
      expect(out).not.toContain('events could not be read');
    });

    it('should say that there is no kubectl', async () => {
      const { code, error } = await run('--kubectl', '/nowhere/kubectl');
      expect(code).toBe(HEALTH_EXIT_CODES.unreadable);
      expect(error).toContain('install kubectl');
    });

    it('should not wait for a file', async () => {
      const { code } = await judge([], '--wait', '10m');
      expect(code).toBe(HEALTH_EXIT_CODES.unreadable);
    });
  });
});

describe('waitForHealth', () => {
  const verdict = (status: Verdict['status']) =>
    ({ status, reasons: [{ message: 'Why.' }] }) as Verdict;
  const wait = (outcomes: Array<Verdict | Error>, waitMs: number) => {
    let time = 0;
    const said: string[] = [];
    const result = waitForHealth(
      async () => {
        const outcome = outcomes.length > 1 ? outcomes.shift() : outcomes[0];
        if (outcome instanceof Error) throw outcome;
        return outcome as Verdict;
      },
      {
        waitMs,
        say: text => said.push(text),
        now: () => time,
        pause: async ms => {
          time += ms;
        },
      },
    );
    return result.then(({ status }) => ({ status, time, said }));
  };

  it('should wait until all is Healthy, and say what for', async () => {
    expect(
      await wait(
        [
          verdict('Progressing'),
          verdict('Progressing'),
          new Error('No answer'),
          verdict('Healthy'),
        ],
        60_000,
      ),
    ).toEqual({
      status: 'Healthy',
      time: 15_000,
      said: ['Progressing: Why.\n', 'No answer\n'],
    });
  });

  it('should give the last verdict when the time is over', async () => {
    expect(await wait([verdict('Degraded')], 12_000)).toMatchObject({
      status: 'Degraded',
      time: 12_000,
    });
    await expect(wait([new Error('No answer')], 0)).rejects.toThrow(
      'No answer',
    );
  });
});
