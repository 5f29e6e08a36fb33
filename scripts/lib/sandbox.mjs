import { join } from 'node:path';
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

/**
 * Starts the sandbox and waits until it answers.
 *
 * @param {import('./processes.mjs').ProcessGroup} group
 * @returns {Promise<string[]>} what it says of its services
 */
export async function startSandbox(group) {
  const { tools, missing } = await findTools([
    'HELM4',
    'PROMETHEUS',
    'PROMTOOL',
    'ALERTMANAGER',
  ]);
  const { child } = group.start(
    'sandbox',
    node,
    [...sandboxArguments, 'serve'],
    {
      env: { ...tools, ...(tools.HELM4 && { HELM: tools.HELM4 }) },
    },
  );
  const lines = await new Promise(resolve => {
    const seen = [];
    let rest = '';
    child.stdout.on('data', chunk => {
      rest += chunk;
      const parts = rest.split('\n');
      rest = parts.pop() ?? '';
      seen.push(...parts.filter(Boolean));
      if (seen.includes(READY)) resolve(seen.filter(line => line !== READY));
    });
  });
  return missing.PROMETHEUS
    ? [...lines, `SLOs and alerts need Prometheus, and ${missing.PROMETHEUS}`]
    : lines;
}
