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
    // Nothing proves these.
    ['elsaworkflows/elsa-server-app:3.8.0-rc1', 'unproven'],
    ['elsaworkflows/elsa-server-app:3.8.0-preview.12', 'unproven'],
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

  it('should believe the tag of an official image more than a stated version', () => {
    expect(
      assessCredentials({
        repository: 'elsaworkflows/elsa-server-app',
        tag: '3.6.3',
        version: '3.9.0',
      }).verdict,
    ).toBe('public');
  });

  it('should know where each credential was read', () => {
    for (const { credentials } of PUBLIC_CREDENTIALS) {
      for (const { source } of credentials) expect(source).toMatch(/3\.[56]/);
    }
  });
});
