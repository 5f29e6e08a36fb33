import { spawn, spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startNode } from './node.mjs';
import { createClient } from './client.mjs';

async function freePort() {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}

function makeKeys(folder) {
  const run = args => {
    const { status, stderr } = spawnSync('openssl', args, { cwd: folder });
    if (status !== 0) throw new Error(`openssl ${args[0]}: ${stderr}`);
  };
  run([
    ...['req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-days', '2'],
    ...['-subj', '/CN=kube-apiserver', '-keyout', 'tls.key', '-out', 'tls.crt'],
    ...['-addext', 'subjectAltName=IP:127.0.0.1,DNS:localhost,IP:10.0.0.1'],
  ]);
  run(['genrsa', '-out', 'sa.key', '2048']);
}

function kubeconfig({ url, token }) {
  return JSON.stringify({
    apiVersion: 'v1',
    kind: 'Config',
    'current-context': 'test',
    clusters: [
      {
        name: 'test',
        cluster: { server: url, 'insecure-skip-tls-verify': true },
      },
    ],
    users: [{ name: 'test', user: { token } }],
    contexts: [{ name: 'test', context: { cluster: 'test', user: 'test' } }],
  });
}

/** Starts a program whose words go to a string, of which the end is kept. */
function startProgram(programs, path, args, env) {
  const child = spawn(path, args, {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, ...env },
  });
  const program = { path, child, log: '', hasEnded: false };
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', chunk => {
      program.log = (program.log + chunk).slice(-20_000);
    });
  }
  program.ended = new Promise(resolve => {
    child.once('close', () => {
      program.hasEnded = true;
      resolve();
    });
  });
  programs.push(program);
  return program;
}

async function until(what, program, isTrue) {
  for (let attempt = 0; attempt < 600; attempt += 1) {
    if (program.hasEnded) {
      throw new Error(`${program.path} ended before ${what}:\n${program.log}`);
    }
    if (await isTrue()) return;
    await new Promise(resolve => setTimeout(resolve, 200));
  }
  throw new Error(`${what} did not happen in 2 minutes:\n${program.log}`);
}

async function startApiServer(programs, binaries, folder, token) {
  const [etcdPort, peerPort, port] = await Promise.all([
    freePort(),
    freePort(),
    freePort(),
  ]);
  const etcd = `http://127.0.0.1:${etcdPort}`;
  startProgram(programs, binaries.etcd, [
    `--data-dir=${join(folder, 'etcd')}`,
    `--listen-client-urls=${etcd}`,
    `--advertise-client-urls=${etcd}`,
    `--listen-peer-urls=http://127.0.0.1:${peerPort}`,
    '--unsafe-no-fsync',
    '--log-level=warn',
  ]);
  writeFileSync(
    join(folder, 'tokens.csv'),
    `${token},admin,admin,system:masters\n`,
  );
  const url = `https://127.0.0.1:${port}`;
  const program = startProgram(programs, binaries.apiserver, [
    `--etcd-servers=${etcd}`,
    `--secure-port=${port}`,
    '--bind-address=127.0.0.1',
    `--tls-cert-file=${join(folder, 'tls.crt')}`,
    `--tls-private-key-file=${join(folder, 'tls.key')}`,
    `--service-account-key-file=${join(folder, 'sa.key')}`,
    `--service-account-signing-key-file=${join(folder, 'sa.key')}`,
    '--service-account-issuer=https://kubernetes.default.svc',
    `--token-auth-file=${join(folder, 'tokens.csv')}`,
    '--authorization-mode=RBAC',
    '--service-cluster-ip-range=10.0.0.0/24',
    '--allow-privileged=true',
  ]);
  const client = createClient(url, token);
  await until('the API server answered', program, async () => {
    try {
      return (await client.get('/readyz')) === 'ok';
    } catch (error) {
      // Refused until it listens, then 500 or 403 until it is ready.
      return error instanceof Error && false;
    }
  });
  return { url, client };
}

/**
 * Starts etcd, a real kube-apiserver, controller manager and scheduler, with
 * one node whose kubelet and storage driver are ours (see node.mjs).
 *
 * @param {{etcd: string, apiserver: string, cm: string, sched: string}} binaries
 * @returns {Promise<{kubeconfig: string, url: string, token: string,
 *   client: ReturnType<typeof createClient>, stop: () => Promise<void>}>}
 */
export async function startControlPlane(binaries) {
  const folder = mkdtempSync(join(tmpdir(), 'elsa-portal-cluster-'));
  const programs = [];
  const token = randomBytes(16).toString('hex');
  makeKeys(folder);
  let node;
  const stop = async () => {
    node?.stop();
    for (const { child } of [...programs].reverse()) child.kill('SIGTERM');
    const impatience = setTimeout(() => {
      for (const { child } of programs) child.kill('SIGKILL');
    }, 5_000);
    await Promise.all(programs.map(({ ended }) => ended));
    clearTimeout(impatience);
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    const { url, client } = await startApiServer(
      programs,
      binaries,
      folder,
      token,
    );
    const config = join(folder, 'kubeconfig');
    writeFileSync(config, kubeconfig({ url, token }));
    const common = [
      `--kubeconfig=${config}`,
      '--leader-elect=false',
      '--bind-address=127.0.0.1',
      '--secure-port=0',
    ];
    startProgram(programs, binaries.cm, [
      ...common.slice(0, -1),
      `--secure-port=${await freePort()}`,
      '--controllers=*,-persistentvolume-expander,-attachdetach,-nodelifecycle,-node-ipam-controller,-node-route-controller,-cloud-node-lifecycle-controller',
      `--service-account-private-key-file=${join(folder, 'sa.key')}`,
      `--root-ca-file=${join(folder, 'tls.crt')}`,
      '--horizontal-pod-autoscaler-sync-period=2s',
    ]);
    startProgram(programs, binaries.sched, [
      ...common.slice(0, -1),
      `--secure-port=${await freePort()}`,
    ]);
    node = await startNode(client);
    return { kubeconfig: config, url, token, client, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}
