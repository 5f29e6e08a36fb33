import { spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
// eslint-disable-next-line @backstage/no-relative-monorepo-imports
import { freePort } from '../../../../../plugins/elsa-backend/src/__testUtils__/freePort';
import { exampleUsers } from '../../auth/exampleUsers';
import { outsider } from './outsiderSignIn';

const EXAMPLE_ORGANISATION = path.resolve(
  __dirname,
  '../../../../../examples/org.yaml',
);
const USERS = [...exampleUsers, outsider];
const SIGN_IN = { dangerouslyAllowOutsideDevelopment: true };

/** What a request was answered. */
export interface Answer {
  status: number;
  text: string;
}

function createConfig(port: number, clusterUrl: string) {
  const baseUrl = `http://127.0.0.1:${port}`;
  return {
    app: { baseUrl },
    backend: {
      baseUrl,
      listen: { host: '127.0.0.1', port },
      database: { client: 'better-sqlite3', connection: ':memory:' },
    },
    auth: {
      environment: 'development',
      providers: Object.fromEntries(
        USERS.map(({ providerId }) => [providerId, SIGN_IN]),
      ),
    },
    permission: { enabled: true },
    catalog: {
      rules: [{ allow: ['Component', 'User', 'Group', 'Location'] }],
      locations: [
        { type: 'file', target: EXAMPLE_ORGANISATION },
        { type: 'file', target: path.join(__dirname, 'environments.yaml') },
      ],
    },
    kubernetes: {
      serviceLocatorMethod: { type: 'multiTenant' },
      clusterLocatorMethods: [
        {
          type: 'config',
          clusters: [
            {
              name: 'production-eu',
              url: clusterUrl,
              authProvider: 'serviceAccount',
              serviceAccountToken: 'cluster-token',
            },
          ],
        },
      ],
    },
  };
}

/**
 * The example policy with the real catalog, permission, scaffolder and
 * Kubernetes backends, over HTTP, with tokens of the real sign-in.
 */
export async function startPolicyBackend(clusterUrl: string) {
  const port = await freePort();
  const { JEST_WORKER_ID, ...environment } = process.env;
  const child = spawn(
    process.execPath,
    [
      '--require',
      require.resolve('@backstage/cli/config/nodeTransform.cjs'),
      path.join(__dirname, 'policyBackendProcess.ts'),
    ],
    {
      env: {
        ...environment,
        NODE_ENV: 'development',
        ELSA_TEST_BACKEND: JSON.stringify(createConfig(port, clusterUrl)),
      },
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    },
  );
  const log: string[] = [];
  child.stdout?.on('data', chunk => log.push(String(chunk)));
  child.stderr?.on('data', chunk => log.push(String(chunk)));
  const ended = once(child, 'exit');
  await new Promise<void>((resolve, reject) => {
    child.on('message', message => message === 'ready' && resolve());
    child.once('exit', code =>
      reject(new Error(`The backend ended with ${code}:\n${log.join('')}`)),
    );
  });

  async function call(
    address: string,
    options: { token?: string; body?: object; cluster?: string } = {},
  ): Promise<Answer> {
    const response = await fetch(`http://127.0.0.1:${port}${address}`, {
      headers: {
        'content-type': 'application/json',
        ...(options.token && { authorization: `Bearer ${options.token}` }),
        ...(options.cluster && {
          'backstage-kubernetes-cluster': options.cluster,
        }),
      },
      ...(options.body && {
        method: 'POST',
        body: JSON.stringify(options.body),
      }),
    });
    return { status: response.status, text: await response.text() };
  }

  return {
    call,
    /** Token of a person of the example organisation. */
    async signIn(userEntityRef: string): Promise<string> {
      const user = USERS.find(
        example => example.userEntityRef === userEntityRef,
      );
      const address = `/api/auth/${user?.providerId}/refresh`;
      // The catalog reads the organisation while the first one waits.
      let answer = await call(address);
      for (let round = 0; answer.status !== 200 && round < 150; round++) {
        await sleep(200);
        answer = await call(address);
      }
      if (answer.status !== 200) {
        throw new Error(`${answer.text}\n${log.join('')}`);
      }
      return JSON.parse(answer.text).backstageIdentity.token;
    },
    async stop(): Promise<void> {
      child.kill('SIGKILL');
      await ended;
    },
  };
}
