import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { say } from './messages.mjs';
import { ownPortal } from './ownPortal.mjs';
import { node, root } from './paths.mjs';
import { ProcessGroup } from './processes.mjs';

const productionEntry = join(
  root,
  ...['dist', 'production', 'packages', 'backend', 'dist', 'index.cjs.js'],
);

function script(name) {
  return join(root, 'scripts', name);
}

/** The start script stops what it started itself, which takes it 8 s at most. */
const STOP_MILLISECONDS = 15_000;

/** Lets a script end its own children before the whole group is ended. */
async function stopScript(entry) {
  if (!entry || entry.hasEnded) return;
  entry.child.kill('SIGTERM');
  const deadline = Date.now() + STOP_MILLISECONDS;
  while (!entry.hasEnded && Date.now() < deadline) {
    await new Promise(resolve => setTimeout(resolve, 100));
  }
}

/**
 * Starts a portal with the sandbox, calls `use` with its address and stops it:
 * the production build when there is one, else the development server.
 *
 * @param {(portal: {baseUrl: string, kind: string}) => Promise<number>} use
 */
export async function withPortal(use) {
  const isProduction = existsSync(productionEntry);
  // Also a sandbox as new: what somebody made in another one is not measured.
  const { ports, variables, release } = await ownPortal();
  const group = new ProcessGroup({ verbose: process.env.ELSA_VERBOSE === '1' });
  const baseUrl = `http://localhost:${isProduction ? ports.backend : ports.frontend}`;
  const kind = isProduction ? 'production build' : 'development server';
  let portal;
  const stop = async () => {
    // The group fails when one of its own ends, also when it was asked to.
    group.failed.catch(() => {});
    await stopScript(portal);
    await group.stop();
    await release();
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
    process.once(signal, () => stop().then(() => process.exit(130)));
  }
  try {
    say(`Starting the portal (${kind}) and the sandbox`);
    // Both scripts wait until everything answers, and say so.
    const ready = new Promise(resolve => {
      portal = group.start(
        'portal',
        node,
        isProduction
          ? [script('start-production.mjs'), '--sandbox']
          : [script('start.mjs')],
        {
          env: variables,
          onLine: line => line.includes('Ready: ') && resolve(),
        },
      );
    });
    await Promise.race([ready, group.failed]);
    return await Promise.race([use({ baseUrl, kind }), group.failed]);
  } finally {
    await stop();
  }
}
