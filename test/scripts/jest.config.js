module.exports = {
  rootDir: __dirname,
  testMatch: ['<rootDir>/**/*.test.ts'],
  testEnvironment: 'node',
  // Every test runs commands of the project in a copy of its scripts.
  testTimeout: 60_000,
  maxWorkers: 2,
  transform: {
    '\\.(ts|tsx|js|mjs)$': [
      require.resolve('@backstage/cli/config/jestSwcTransform'),
      { jsc: { parser: { syntax: 'typescript' }, target: 'es2023' } },
    ],
  },
};
