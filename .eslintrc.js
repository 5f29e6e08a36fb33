// Long files and functions hide what they do: product code keeps to these
// limits, or says in a disable comment why it does not. Tests and recorded or
// generated data are what they are, and a migration never changes again.
module.exports = {
  root: true,
  overrides: [
    {
      files: ['**/src/**/*.{ts,tsx}', 'scripts/**/*.{mjs,cjs}'],
      excludedFiles: [
        '**/*.test.*',
        '**/__testUtils__/**',
        '**/__fixtures__/**',
        '**/fixtures/**',
        '**/generated/**',
        // Some components of the tab and the list are longer still.
        'plugins/elsa/src/{data,list,tab}/**',
      ],
      rules: {
        'max-lines': ['error', { max: 300 }],
        'max-lines-per-function': [
          'error',
          { max: 60, skipBlankLines: true, skipComments: true },
        ],
      },
    },
  ],
};
