import { join } from 'node:path';
import { root } from './paths.mjs';

const folder = join(root, '.cache');

/** On CI everything starts once, and writing caches would only cost time. */
const isCached = !process.env.CI;

/** Lets Node keep what it compiled, for the next start. */
export const compileCache = isCached
  ? { NODE_COMPILE_CACHE: join(folder, 'node') }
  : {};

/** Lets the app's bundler keep what it made, for the next start. */
export const bundlerCache = isCached
  ? {
      nodeOptions: [
        '--require',
        join(root, 'scripts', 'lib', 'bundlerCache.cjs'),
      ],
      env: { ELSA_BUNDLER_CACHE: join(folder, 'rspack') },
    }
  : { nodeOptions: [], env: {} };
