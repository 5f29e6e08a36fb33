// Loaded into the frontend of `npm start`. Backstage's CLI has no setting for
// Rspack's persistent cache, with which a second start takes a third of the
// time of the first: this adds it to the configuration that the CLI makes.
const { join } = require('node:path');

const root = join(__dirname, '..', '..');
const rspackCore = require('@rspack/core');

/** What the cache depends on beside the sources, which Rspack looks at itself. */
const buildDependencies = [
  join(root, 'package-lock.json'),
  // Plugins are discovered from it.
  join(root, 'packages', 'app', 'package.json'),
  __filename,
];

function withCache(config) {
  return {
    ...config,
    cache: true,
    experiments: {
      ...config.experiments,
      cache: {
        type: 'persistent',
        buildDependencies,
        storage: {
          type: 'filesystem',
          directory: process.env.ELSA_BUNDLER_CACHE,
        },
      },
    },
  };
}

const rspack = (config, ...rest) =>
  rspackCore.rspack(
    Array.isArray(config) ? config.map(withCache) : withCache(config),
    ...rest,
  );

require.cache[require.resolve('@rspack/core')].exports = Object.create(
  rspackCore,
  {
    rspack: {
      value: Object.assign(rspack, rspackCore.rspack),
      enumerable: true,
    },
  },
);
