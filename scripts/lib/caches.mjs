import { join } from 'node:path';
import { root } from './paths.mjs';

const folder = join(root, '.cache');

/** On CI everything starts once, and writing caches would only cost time. */
const isCached = !process.env.CI;

/** Lets Node keep what it compiled, for the next start. */
export const compileCache = isCached
  ? { NODE_COMPILE_CACHE: join(folder, 'node') }
  : {};

/**
 * Lets the app's bundler keep what it made, for the next start on the same
 * port. Two bundlers never share a folder: tests, whose ports are others each
 * time, keep nothing (ELSA_BUNDLER_CACHE=off).
 *
 * @param {number} port of the app
 */
export function bundlerCacheFor(port) {
  if (!isCached || process.env.ELSA_BUNDLER_CACHE === 'off') {
    return { nodeOptions: [], env: {} };
  }
  return {
    nodeOptions: [
      '--require',
      join(root, 'scripts', 'lib', 'bundlerCache.cjs'),
    ],
    env: { ELSA_BUNDLER_CACHE: join(folder, 'rspack', String(port)) },
  };
}
