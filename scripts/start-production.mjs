// npm run start:production: what `npm run build` made, on one port.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { runMain, say, UserError } from './lib/messages.mjs';
import { node, root } from './lib/paths.mjs';
import {
  ProcessGroup,
  requireFreePorts,
  waitUntilAnswers,
} from './lib/processes.mjs';

const backend = join(root, 'dist', 'production', 'packages', 'backend');

async function main() {
  if (!existsSync(join(backend, 'dist', 'index.cjs.js'))) {
    throw new UserError(
      'There is no production build.',
      'Run `npm run build` first.',
    );
  }
  const port = Number(process.env.ELSA_PORTAL_PORT ?? 7007);
  const baseUrl =
    process.env.ELSA_PORTAL_BASE_URL ?? `http://localhost:${port}`;
  // Without PostgreSQL's address: memory, to try the build.
  const configs = process.env.POSTGRES_HOST
    ? ['app-config.yaml', 'app-config.production.yaml']
    : ['app-config.yaml', 'app-config.trial.yaml'];
  if (!process.env.POSTGRES_HOST) {
    say(
      'POSTGRES_HOST is not set: trying the build with SQLite in memory and the example sign-in',
    );
  }
  await requireFreePorts({ portal: port });

  const group = new ProcessGroup({ verbose: true });
  let isStopping = false;
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
    process.on(signal, async () => {
      if (isStopping) return;
      isStopping = true;
      await group.stop();
      process.exit(0);
    });
  }
  try {
    group.start(
      'portal',
      node,
      [backend, ...configs.flatMap(name => ['--config', join(root, name)])],
      {
        env: {
          NODE_ENV: 'production',
          ELSA_PORTAL_BASE_URL: baseUrl,
          ELSA_PORTAL_PORT: String(port),
        },
      },
    );
    await Promise.race([
      waitUntilAnswers(
        `http://localhost:${port}/.backstage/health/v1/readiness`,
        { timeoutSeconds: 120 },
      ),
      group.failed,
    ]);
    say(`Ready: ${baseUrl}`);
    await group.failed;
  } catch (error) {
    if (isStopping) return new Promise(() => {});
    await group.stop();
    throw error;
  }
}

runMain(main);
