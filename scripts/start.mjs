// npm start: the portal for development, with the sandbox in place of clusters.
import { join } from 'node:path';
import { ensureInstalled } from './lib/install.mjs';
import { runMain, say } from './lib/messages.mjs';
import { node, root } from './lib/paths.mjs';
import { portalPorts } from './lib/ports.mjs';
import {
  ProcessGroup,
  requireFreePorts,
  waitUntilAnswers,
} from './lib/processes.mjs';
import { startSandbox } from './lib/sandbox.mjs';
import { findTools } from './lib/tools.mjs';

const cli = join(
  root,
  'node_modules',
  '@backstage',
  'cli',
  'bin',
  'backstage-cli',
);

/** A small machine compiles the app and the backend at the same time. */
const TIMEOUT_SECONDS = 240;

async function main() {
  await ensureInstalled();
  const ports = portalPorts;
  await requireFreePorts(ports);

  const group = new ProcessGroup({ verbose: process.env.ELSA_VERBOSE === '1' });
  let isStopping = false;
  const stop = async () => {
    if (isStopping) return;
    isStopping = true;
    say('Stopping');
    await group.stop();
    process.exit(0);
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'])
    process.on(signal, stop);

  try {
    say('Starting sandbox, backend and frontend');
    const { tools } = await findTools(['HELM4']);
    const sandbox = startSandbox(group).then(lines => {
      for (const line of lines) say(`Sandbox: ${line}`);
    });
    group.start('backend', node, [cli, 'package', 'start'], {
      cwd: join(root, 'packages', 'backend'),
      env: {
        NODE_ENV: 'development',
        // With it the form's last step lints and renders what it generated.
        ...(tools.HELM4 && {
          APP_CONFIG_elsa_scaffolder_helmPath: JSON.stringify(tools.HELM4),
        }),
      },
    });
    group.start('frontend', node, [cli, 'package', 'start'], {
      cwd: join(root, 'packages', 'app'),
      env: { NODE_ENV: 'development', BROWSER: 'none' },
    });
    const backend = waitUntilAnswers(
      `http://localhost:${ports.backend}/.backstage/health/v1/readiness`,
      { timeoutSeconds: TIMEOUT_SECONDS },
    ).then(() => say('Backend answers'));
    const frontend = waitUntilAnswers(`http://localhost:${ports.frontend}/`, {
      timeoutSeconds: TIMEOUT_SECONDS,
    }).then(() => say('Frontend answers'));
    await Promise.race([
      Promise.all([sandbox, backend, frontend]),
      group.failed,
    ]);
    say(`Ready: http://localhost:${ports.frontend}  (Ctrl-C stops everything)`);
    await group.failed;
  } catch (error) {
    if (isStopping) return new Promise(() => {});
    await group.stop();
    throw error;
  }
}

runMain(main);
