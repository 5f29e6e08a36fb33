import { join } from 'node:path';
import { compileCache } from './caches.mjs';
import { node, root } from './paths.mjs';
import { findTools } from './tools.mjs';

/** Lets Node load the workspaces' TypeScript, as Backstage's own commands do. */
const nodeTransform = join(
  root,
  'node_modules',
  '@backstage',
  'cli',
  'config',
  'nodeTransform.cjs',
);

/** Arguments of Node that run the sandbox's command line. */
export const sandboxArguments = [
  '--require',
  nodeTransform,
  join(root, 'packages', 'sandbox', 'src', 'cli.ts'),
];

const READY = 'Sandbox is ready';

/** Programs that the sandbox runs where they are to be had. */
export const sandboxTools = ['HELM4', 'PROMETHEUS', 'PROMTOOL', 'ALERTMANAGER'];

/**
 * Starts the sandbox and waits until it answers.
 *
 * @param {import('./processes.mjs').ProcessGroup} group
 * @param {{tools: object, missing: object}} [found] what `findTools` found
 * @returns {Promise<string[]>} what it says of its services
 */
export async function startSandbox(group, found) {
  const { tools, missing } = found ?? (await findTools(sandboxTools));
  const lines = await new Promise(resolve => {
    const seen = [];
    group.start('sandbox', node, [...sandboxArguments, 'serve'], {
      env: {
        ...compileCache,
        ...tools,
        ...(tools.HELM4 && { HELM: tools.HELM4 }),
      },
      onLine: line => (line === READY ? resolve(seen) : seen.push(line)),
    });
  });
  return missing.PROMETHEUS
    ? [...lines, `SLOs and alerts need Prometheus, and ${missing.PROMETHEUS}`]
    : lines;
}
