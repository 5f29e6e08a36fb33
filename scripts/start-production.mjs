// npm run start:production: what `npm run build` made, on one port.
//   npm run start:production -- --sandbox     with the sandbox beside it
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { runMain, say, UserError } from './lib/messages.mjs';
import { node, root } from './lib/paths.mjs';
import { portVariables, readPorts } from './lib/ports.mjs';
import {
  ProcessGroup,
  requireFreePorts,
  waitUntilAnswers,
} from './lib/processes.mjs';
import { startSandbox } from './lib/sandbox.mjs';
import { findTools } from './lib/tools.mjs';

const backend = join(root, 'dist', 'production', 'packages', 'backend');

function parseArguments(argv) {
  const unknown = argv.find(argument => argument !== '--sandbox');
  if (unknown !== undefined) {
    throw new UserError(
      `Unknown argument ${JSON.stringify(unknown)}.`,
      'start:production takes --sandbox, or nothing.',
    );
  }
  return { withSandbox: argv.includes('--sandbox') };
}

function requireBuild() {
  if (!existsSync(join(backend, 'dist', 'index.cjs.js'))) {
    throw new UserError(
      'There is no production build.',
      'Run `npm run build` first.',
    );
  }
}

/** Without PostgreSQL's address: memory, to try the build. */
function chooseConfigs() {
  if (process.env.POSTGRES_HOST) {
    return ['app-config.yaml', 'app-config.production.yaml'];
  }
  say(
    'POSTGRES_HOST is not set: trying the build with SQLite in memory and the example sign-in',
  );
  return ['app-config.yaml', 'app-config.trial.yaml'];
}

/** Ends the children with this process; the answer tells whether it was asked to. */
function stopOnSignals(group) {
  let isStopping = false;
  const stop = async () => {
    if (isStopping) return;
    isStopping = true;
    await group.stop();
    process.exit(0);
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'])
    process.on(signal, stop);
  return () => isStopping;
}

function startPortal(group, { baseUrl, configs, ports, tools }) {
  group.start(
    'portal',
    node,
    [backend, ...configs.flatMap(name => ['--config', join(root, name)])],
    {
      env: {
        NODE_ENV: 'production',
        ELSA_PORTAL_BASE_URL: baseUrl,
        ...portVariables(ports),
        // With it the form's last step lints and renders what it generated.
        ...(tools.HELM4 && {
          APP_CONFIG_elsa_scaffolder_helmPath: JSON.stringify(tools.HELM4),
        }),
      },
    },
  );
}

/** Resolves when everything answers; rejects when a process ends before. */
async function startAll(group, { withSandbox, ...portal }) {
  const { tools } = withSandbox ? await findTools(['HELM4']) : { tools: {} };
  const sandbox = withSandbox
    ? startSandbox(group).then(lines => {
        for (const line of lines) say(`Sandbox: ${line}`);
      })
    : undefined;
  startPortal(group, { ...portal, tools });
  await Promise.race([
    Promise.all([
      waitUntilAnswers(
        `http://localhost:${portal.ports.backend}/.backstage/health/v1/readiness`,
        { timeoutSeconds: 120 },
      ),
      sandbox,
    ]),
    group.failed,
  ]);
}

async function main() {
  const { withSandbox } = parseArguments(process.argv.slice(2));
  requireBuild();
  const ports = readPorts();
  const baseUrl =
    process.env.ELSA_PORTAL_BASE_URL ?? `http://localhost:${ports.backend}`;
  const configs = chooseConfigs();
  await requireFreePorts({
    portal: ports.backend,
    ...(withSandbox && ports.sandbox),
  });

  // What the portal logs is what an operator reads, but not beside the sandbox.
  const group = new ProcessGroup({
    verbose: !withSandbox || process.env.ELSA_VERBOSE === '1',
  });
  const isStopping = stopOnSignals(group);
  try {
    await startAll(group, { withSandbox, baseUrl, configs, ports });
    say(`Ready: ${baseUrl}`);
    await group.failed;
  } catch (error) {
    // The process ends as soon as its children have.
    if (isStopping()) await new Promise(() => {});
    await group.stop();
    throw error;
  }
}

runMain(main);
