import { securityFindings } from './securityFindings';

const component = (image: string, version?: string) => ({
  version,
  images: [
    { container: 'server', wanted: 'wanted:1', running: [{ image, pods: 2 }] },
  ],
});
const idsOf = (image: string, version?: string) =>
  securityFindings([component(image, version)]).map(({ id }) => id);

describe('securityFindings', () => {
  it.each([
    [
      'elsaworkflows/elsa-server-app:3.6.3',
      undefined,
      'public-credentials-3.6',
    ],
    [
      'elsaworkflows/elsa-server-v3-5@sha256:ab',
      undefined,
      'public-credentials-3.5',
    ],
    // A label may show the version that a digest hides.
    [
      'mirror.example.com/elsa-server-app@sha256:ab',
      '3.6.3',
      'public-credentials-3.6',
    ],
    // It never clears what the tag says.
    ['elsaworkflows/elsa-server-app:3.6.3', '3.9.0', 'public-credentials-3.6'],
  ])('should find %s with the label %s', (image, version, id) => {
    expect(idsOf(image, version)).toEqual([id]);
  });

  it.each([
    ['elsaworkflows/elsa-server-app:3.9.0', undefined],
    ['elsaworkflows/elsa-server-app@sha256:ab', undefined],
    ['registry.example.com/payments/host:3.6.3', '3.6.3'],
    ['docker.io/library/postgres:17', '17'],
  ])('should claim nothing of %s with the label %s', (image, version) => {
    expect(idsOf(image, version)).toEqual([]);
  });

  it('should count the pods of an image once, and look at what runs alone', () => {
    const image = 'elsaworkflows/elsa-server-app:3.6.3';
    expect(securityFindings([component(image), component(image)])).toEqual([
      { id: 'public-credentials-3.6', version: '3.6', image, pods: 4 },
    ]);
    expect(
      securityFindings([
        { images: [{ container: 'server', wanted: image, running: [] }] },
      ]),
    ).toEqual([]);
  });
});
