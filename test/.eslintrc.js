const { createConfigForRole } = require('@backstage/cli/config/eslint-factory');

// Programs of Node, though no package of their own.
module.exports = createConfigForRole(__dirname, 'cli', {
  rules: {
    'jest/no-standalone-expect': [
      'error',
      { additionalTestBlockFunctions: ['afterEach'] },
    ],
  },
});
