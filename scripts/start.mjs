// npm start: the portal for development, with the sandbox in place of clusters.
import { join } from 'node:path';
import { bundlerCacheFor, compileCache } from './lib/caches.mjs';
import { ensureInstalled } from './lib/install.mjs';
import { runMain, say } from './lib/messages.mjs';
import { configWithout } from './lib/monitoring.mjs';
import { node, root } from './lib/paths.mjs';
import { portVariables, readPorts } from './lib/ports.mjs';
import {
  ProcessGroup,
  requireFreePorts,
  waitUntilAnswers,
} from './lib/processes.mjs';
import { sandboxTools, startSandbox } from './lib/sandbox.mjs';
import { findTools } from './lib/tools.mjs';

const cli = join(
  root,
  'node_modules',
  '@backstage',
  'cli',
  'bin',
  'backstage-cli',
);

/** Loaded into the backend, so that we hear when it ends. */
const backendExit = join(root, 'scripts', 'lib', 'backendExit.cjs');
const BACKEND_ENDED = /^elsa-portal: backend ended with code (\d+)$/;

/** A small machine compiles the app and the backend at the same time. */
const TIMEOUT_SECONDS = 240;

function startBackend(group, ports, { tools, missing }) {
  let isReady = false;
  const entry = group.start(
    'backend',
    node,
    [cli, 'package', 'start', '--require', backendExit],
    {
      cwd: join(root, 'packages', 'backend'),
      env: {
        NODE_ENV: 'development',
        ...compileCache,
        ...portVariables(ports),
        ...configWithout(missing),
        // With it the form's last step lints and renders what it generated.
        ...(tools.HELM4 && {
          APP_CONFIG_elsa_scaffolder_helmPath: JSON.stringify(tools.HELM4),
        }),
      },
      onLine: line => {
        const code = BACKEND_ENDED.exec(line)?.[1];
        if (code === undefined) return;
        if (!isReady) group.fail(entry, `exit code ${code}`);
        else {
          say(
            `The backend ended with code ${code}; it starts again when one of its files changes. Its last words:\n    ${entry.lines.join('\n    ')}`,
          );
        }
      },
    },
  );
  return waitUntilAnswers(
    `http://localhost:${ports.backend}/.backstage/health/v1/readiness`,
    { timeoutSeconds: TIMEOUT_SECONDS },
  ).then(() => {
    isReady = true;
    say('Backend answers');
  });
}

function startFrontend(group, ports) {
  const bundlerCache = bundlerCacheFor(ports.frontend);
  group.start(
    'frontend',
    node,
    [...bundlerCache.nodeOptions, cli, 'package', 'start'],
    {
      cwd: join(root, 'packages', 'app'),
      env: {
        NODE_ENV: 'development',
        BROWSER: 'none',
        ...compileCache,
        ...portVariables(ports),
        ...bundlerCache.env,
      },
    },
  );
  return waitUntilAnswers(`http://localhost:${ports.frontend}/`, {
    timeoutSeconds: TIMEOUT_SECONDS,
  }).then(() => say('Frontend answers'));
}

async function main() {
  await ensureInstalled();
  const ports = readPorts();
  const { sandbox: sandboxPorts, ...ownPorts } = ports;
  await requireFreePorts({ ...ownPorts, ...sandboxPorts });

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
    const found = await findTools(sandboxTools);
    const sandbox = startSandbox(group, found).then(lines => {
      for (const line of lines) say(`Sandbox: ${line}`);
    });
    await Promise.race([
      Promise.all([
        sandbox,
        startBackend(group, ports, found),
        startFrontend(group, ports),
      ]),
      group.failed,
    ]);
    say(`Ready: http://localhost:${ports.frontend}  (Ctrl-C stops everything)`);
    await group.failed;
  } catch (error) {
    // The process ends as soon as its children have.
    if (isStopping) await new Promise(() => {});
    await group.stop();
    throw error;
  }
}

runMain(main);
