module.exports = {
  rootDir: __dirname,
  testMatch: ['<rootDir>/**/*.test.ts'],
  testEnvironment: 'node',
  // Every test renders with real programs.
  testTimeout: 300_000,
  // Each test waits for four programs at once; more would only wait for processors.
  maxConcurrency: 3,
  // The large file mostly waits; the small ones run beside it.
  maxWorkers: 2,
  transform: {
    '\\.(ts|tsx|js|mjs)$': [
      require.resolve('@backstage/cli/config/jestSwcTransform'),
      { jsc: { parser: { syntax: 'typescript' }, target: 'es2023' } },
    ],
  },
  transformIgnorePatterns: ['/node_modules/(?!nunjitsu/)'],
};
