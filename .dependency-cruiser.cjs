// Which code may use which: `npm test -- --only lint` checks it. CONTRIBUTING.md
// has the picture. Tests and their doubles may look anywhere but into circles.
const test = '\\.(test|e2e)\\.tsx?$|/(__testUtils__|__fixtures__|dev)/';

/** Packages that may import a plugin, as a pattern of the folders' names. */
const READERS_OF = {
  'elsa-common':
    'elsa|elsa-backend|elsa-node|elsa-scaffolder-fields|elsa-spec|catalog-backend-module-elsa|scaffolder-backend-module-elsa',
  'elsa-spec':
    'elsa-node|elsa-scaffolder-fields|scaffolder-backend-module-elsa',
  'elsa-node': 'scaffolder-backend-module-elsa',
  elsa: 'elsa-scaffolder-fields',
  'elsa-scaffolder-fields': '(?!)',
  'elsa-backend': '(?!)',
  'catalog-backend-module-elsa': '(?!)',
  'scaffolder-backend-module-elsa': '(?!)',
};

module.exports = {
  forbidden: [
    {
      name: 'no-circle-of-files',
      comment: 'Move what both need into a file that neither of them is.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    ...Object.entries(READERS_OF).map(([folder, readers]) => ({
      name: `who-may-import-${folder}`,
      comment: 'Imports between packages go one way.',
      severity: 'error',
      from: {
        path: '^(plugins|packages)/',
        pathNot: `^plugins/(${folder}|${readers})/|^packages/|${test}`,
      },
      to: { path: `^plugins/${folder}/` },
    })),
    {
      name: 'one-view-without-another',
      comment: 'What tab, list and card share belongs in ui or data.',
      severity: 'error',
      from: { path: '^plugins/elsa/src/(tab|list|card)/', pathNot: test },
      to: {
        path: '^plugins/elsa/src/(tab|list|card)/',
        pathNot: '^plugins/elsa/src/$1/',
      },
    },
    {
      name: 'ui-and-data-without-views',
      comment: 'What is shared knows nothing of who uses it.',
      severity: 'error',
      from: { path: '^plugins/elsa/src/(ui|data)/', pathNot: test },
      to: {
        path: '^plugins/elsa/src/',
        pathNot: '^plugins/elsa/src/($1|translations)/',
      },
    },
    {
      name: 'plugins-without-the-portal',
      comment: 'Plugins are installed in portals other than ours.',
      severity: 'error',
      from: { path: '^plugins/', pathNot: test },
      to: { path: '^(packages|test|scripts)/' },
    },
    {
      name: 'browser-without-node',
      comment: 'What runs in the browser has no Node and no server.',
      severity: 'error',
      from: {
        path: '^plugins/(elsa|elsa-common|elsa-scaffolder-fields|elsa-spec)/src/',
        pathNot: test,
      },
      to: {
        dependencyTypes: ['core'],
      },
    },
    {
      name: 'product-without-tests',
      severity: 'error',
      from: { path: '^(plugins|packages)/[^/]+/src/', pathNot: test },
      to: { path: test },
    },
    {
      name: 'no-file-that-is-not-there',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^|/)(node_modules|dist|dist-types)/' },
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default'],
    },
  },
};
