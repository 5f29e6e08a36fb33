import { assessCredentials, PUBLIC_CREDENTIALS } from '.';

const [, officialApps] = PUBLIC_CREDENTIALS;
const split = (image: string) => {
  const [name] = image.split('@');
  const colon = name.lastIndexOf(':');
  return colon > name.lastIndexOf('/')
    ? { repository: name.slice(0, colon), tag: name.slice(colon + 1) }
    : { repository: name };
};
const verdictOf = (image: string) => {
  const found = assessCredentials(split(image));
  return found.verdict === 'public' ? found.finding : found.verdict;
};

describe('assessCredentials', () => {
  it.each([
    ['docker.io/elsaworkflows/elsa-server-app:3.6', 'public-credentials-3.6'],
    ['elsaworkflows/elsa-server-app:3.6.3', 'public-credentials-3.6'],
    ['elsaworkflows/elsa-server-app:3.6.1-sha-abc', 'public-credentials-3.6'],
    ['elsaworkflows/elsa-server-app:3.6.x-sha-abc', 'public-credentials-3.6'],
    ['elsaworkflows/elsa-server-app:v3.7.1', 'public-credentials-3.7'],
    [
      'registry.example.com:5000/mirror/elsa-server-app:3.6.3@sha256:ab',
      'public-credentials-3.6',
    ],
    ['elsaworkflows/elsa-server:3.7.1', 'public-credentials-3.7'],
    [
      'elsaworkflows/elsa-server-studio-blazor-wasm-app:3.6.3',
      'public-credentials-3.6',
    ],
    ['elsaworkflows/elsa-server-app:release-3.6.3', 'public-credentials-3.6'],
    ['elsaworkflows/elsa-server-app:3.6.3.1', 'public-credentials-3.6'],
    ['elsaworkflows/elsa-server-app:3.6.3_amd64', 'public-credentials-3.6'],
    ['elsaworkflows/elsa-server-app:elsa3.6.3', 'public-credentials-3.6'],
    [
      'elsaworkflows/elsa-server-app:3.9.0-from-3.6.3',
      'public-credentials-3.6',
    ],
    ['elsaworkflows/elsa-server-and-studio:3.6.3', 'public-credentials-3.6'],
    ['r.example.com/x/elsa-server-and-studio:3.6.3', 'public-credentials-3.6'],
    ['elsaworkflows/elsa-server-of-tomorrow:3.6.3', 'public-credentials-3.6'],
    ['elsaworkflows/elsa-server-v3-5@sha256:ab', 'public-credentials-3.5'],
    ['elsaworkflows/elsa-server-v3-5:sha-1234567', 'public-credentials-3.5'],
    [
      'elsaworkflows/elsa-server-and-studio-v3-4-0-preview:latest',
      'public-credentials-3.4',
    ],
    ['elsaworkflows/elsa-server-app:3.8.0-rc2', 'none'],
    ['elsaworkflows/elsa-server-app:3.8.0', 'none'],
    ['elsaworkflows/elsa-server-app:3.8.4', 'none'],
    ['elsaworkflows/elsa-server-app:3.9.0-sha-abcdef', 'none'],
    ['elsaworkflows/elsa-server-app:3.10.0', 'none'],
    ['elsaworkflows/elsa-server-app:3.9.0-net10.0', 'none'],
    ['elsaworkflows/elsa-server-app:release-3.9.0_amd64', 'none'],
    // Nothing proves these.
    ['elsaworkflows/elsa-server-app:3.8.0-rc1', 'unproven'],
    ['elsaworkflows/elsa-server-app:3.8.0_rc1', 'unproven'],
    ['elsaworkflows/elsa-server-app:preview-3.8.0', 'unproven'],
    ['elsaworkflows/elsa-server-app:3', 'unproven'],
    ['elsaworkflows/elsa-server-app:3.x', 'unproven'],
    ['elsaworkflows/elsa-server-app:3.8.0-preview.12', 'unproven'],
    ['elsaworkflows/elsa-server-app:3.8.0-nightly.12', 'unproven'],
    ['elsaworkflows/elsa-server-app:3.8.0-snapshot1', 'unproven'],
    ['elsaworkflows/elsa-server-app:3.8.0-build.12', 'unproven'],
    ['elsaworkflows/elsa-server-app:3.8.0-main.12', 'unproven'],
    ['elsaworkflows/elsa-server-app:3.8.0-sha-abcdef1', 'none'],
    ['elsaworkflows/elsa-server-app:3.8.0-linux-amd64', 'none'],
    ['elsaworkflows/elsa-server-app@sha256:ab', 'unproven'],
    ['elsaworkflows/elsa-server-app:latest', 'unproven'],
    ['elsaworkflows/elsa-server-app:2026-11-01', 'unproven'],
    ['elsaworkflows/elsa-server:4.0.0-preview.3', 'unproven'],
    // Not recognisably Elsa's: no claim.
    ['registry.example.com/payments/elsa-server:3.6.3', 'unknown'],
    ['ghcr.io/acme/workflows:3.6.3', 'unknown'],
    ['elsaworkflows/elsa-studio-blazor-wasm-app:3.6.3', 'unknown'],
    ['docker.io/library/postgres:17', 'unknown'],
    ['', 'unknown'],
  ])('should tell of %s: %s', (image, expected) => {
    expect(verdictOf(image)).toBe(expected);
  });

  it.each([
    [{ tag: '3.6.3' }, 'public'],
    [{ tag: '1.4.2' }, 'unproven'],
    [{ tag: '1.4.2', version: '3.9.0' }, 'none'],
    [{ tag: '3.9.0', version: '3.6.3' }, 'public'],
    [{}, 'unproven'],
    [{ version: '3.9.0' }, 'none'],
    [{ tag: 'release-3.6.3', version: '3.9.0' }, 'public'],
  ])(
    'should believe the stated version of a mirror under another name: %j is %s',
    (image, expected) => {
      expect(
        assessCredentials(
          { repository: 'registry.example.com/elsa/server', ...image },
          officialApps,
        ).verdict,
      ).toBe(expected);
    },
  );

  it.each([
    ['3.6.3', '3.9.0', 'public'],
    ['release-3.6.3', '3.9.0', 'public'],
    ['3.6.3.1', '3.9.0', 'public'],
    ['3.6.3_amd64', '3.9.0', 'public'],
    ['v3.6', '3.9.0', 'public'],
    ['3', '3.9.0', 'unproven'],
    ['v3-alpine', '3.9.0', 'unproven'],
    ['3_6_3', '3.9.0', 'unproven'],
    ['3', '3.6.3', 'public'],
    ['3.9.0', '3.6.3', 'public'],
    ['3.9.0', '4.0.0', 'unproven'],
    ['latest', '3.9.0', 'none'],
    ['sha-3a4b3', '3.9.0', 'none'],
    ['2026-11-03', '3.9.0', 'none'],
    ['3.9.0', '3.9.0', 'none'],
  ])(
    'should believe the worse of the tag %s and the stated version %s: %s',
    (tag, version, expected) => {
      expect(
        assessCredentials({
          repository: 'elsaworkflows/elsa-server-app',
          tag,
          version,
        }).verdict,
      ).toBe(expected);
    },
  );

  it.each([
    ['3.6.3', 'public'],
    ['3.9.0', 'unknown'],
    [undefined, 'unknown'],
  ])(
    'should judge an image of your own that states %s: %s',
    (version, expected) => {
      expect(
        assessCredentials({
          repository: 'r.example.com/me',
          tag: '1.0',
          version,
        }).verdict,
      ).toBe(expected);
    },
  );

  it('should know where each credential was read', () => {
    for (const { credentials } of PUBLIC_CREDENTIALS) {
      for (const { source } of credentials) expect(source).toMatch(/3\.[56]/);
    }
  });
});
