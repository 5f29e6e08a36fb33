import { spawn } from 'node:child_process';
import { childEnvironment, node, root } from './paths.mjs';

/**
 * Runs a command to its end; it shares our terminal unless `capture` is set.
 *
 * @returns {Promise<{code: number, output: string}>}
 */
export function run(command, args, { cwd = root, env, capture = false } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      cwd,
      env: childEnvironment(env),
      stdio: [
        'ignore',
        capture ? 'pipe' : 'inherit',
        capture ? 'pipe' : 'inherit',
      ],
    });
    let output = '';
    child.stdout?.on('data', chunk => (output += chunk));
    child.stderr?.on('data', chunk => (output += chunk));
    child.on('error', reject);
    child.on('close', (code, signal) =>
      resolve({
        code: code ?? 1,
        output: signal ? `${output}\n${signal}` : output,
      }),
    );
  });
}

/** Runs a JavaScript file, such as a tool's entry, on the pinned Node. */
export function runNode(args, options) {
  return run(node, args, options);
}
