import {
  DATABASE_MODES,
  DATABASE_PROVIDERS,
  databaseEngines,
  databaseProfileOf,
  runsBy,
} from '.';

const profiles = DATABASE_PROVIDERS.flatMap(provider =>
  DATABASE_MODES.map(mode => ({
    name: `${provider}, ${mode}`,
    mode,
    profile: databaseProfileOf({ provider, mode }),
  })),
);

describe('profiles of databases', () => {
  it.each(DATABASE_PROVIDERS)(
    'should have an image of the release that %s defaults to',
    provider => {
      const { isServer, releases, version } = databaseEngines[provider];
      expect(releases.map(({ release }) => release).includes(version!)).toBe(
        isServer,
      );
    },
  );

  it.each(profiles)(
    'should hold data only in what the environment runs: $name',
    ({ mode, profile }) => {
      expect(profile.isOwn).toBe(mode !== 'external');
      expect(profile.object === undefined).toBe(
        !profile.isOwn || (!profile.isServer && profile.operator === undefined),
      );
    },
  );

  it.each(profiles)(
    'should say why where nothing can back it up: $name',
    ({ profile: { backupMethods, noBackup } }) => {
      expect(backupMethods.length > 0 || noBackup !== undefined).toBe(true);
    },
  );

  it('should know what its operators run', () => {
    expect(DATABASE_PROVIDERS.filter(runsBy)).toEqual(['postgresql']);
    expect(runsBy('oracle')).toBe(false);
  });
});
