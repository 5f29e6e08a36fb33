import { PUBLIC_CREDENTIALS } from '@elsa-portal/backstage-plugin-elsa-common/credentials';
import { hostProfiles } from '.';

describe('public credentials', () => {
  it('should be a fact of each host profile that has such images', () => {
    const [, officialApps] = PUBLIC_CREDENTIALS;
    expect(hostProfiles.official.publicCredentials).toBe(officialApps);
    expect(
      hostProfiles['legacy-v3-5'].publicCredentials?.credentials,
    ).toHaveLength(3);
    expect(hostProfiles.clustered.publicCredentials).toBeUndefined();
  });
});
