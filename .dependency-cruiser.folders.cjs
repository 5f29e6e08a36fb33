// Circles of folders, in what is shipped: of two folders, one knows the other.
// Where two know each other, move what both need into a third.
const { options } = require('./.dependency-cruiser.cjs');

module.exports = {
  forbidden: [
    {
      name: 'no-circle-of-folders',
      severity: 'error',
      scope: 'folder',
      from: {
        path: '^plugins/(elsa|elsa-backend|elsa-common|elsa-node|elsa-scaffolder-fields|elsa-spec)/src',
      },
      to: { circular: true },
    },
  ],
  options: {
    ...options,
    exclude: {
      path: `${options.exclude.path}|\\.test\\.tsx?$|/(__testUtils__|dev)/`,
    },
  },
};
