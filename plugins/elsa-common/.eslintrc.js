module.exports = require('@backstage/cli/config/eslint-factory')(__dirname, {
  // Written by npm run contract.
  ignorePatterns: ['src/contract/generated/**'],
});
