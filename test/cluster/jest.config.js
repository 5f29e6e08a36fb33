module.exports = {
  rootDir: __dirname,
  testMatch: ['<rootDir>/**/*.test.ts'],
  testEnvironment: 'node',
  testTimeout: 300_000,
  maxWorkers: 1,
  transform: {
    '\\.(ts|tsx|js|mjs)$': [
      require.resolve('@backstage/cli/config/jestSwcTransform'),
      { jsc: { parser: { syntax: 'typescript' }, target: 'es2023' } },
    ],
  },
  transformIgnorePatterns: ['/node_modules/(?!nunjitsu/)'],
};
