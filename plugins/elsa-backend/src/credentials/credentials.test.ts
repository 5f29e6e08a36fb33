import { ConfigReader } from '@backstage/config';
import { createMask } from './createMask';
import { createPartMask } from './createPartMask';
import { maskCredentials } from './maskCredentials';
import { readKnownSecrets } from './readKnownSecrets';

const TOKEN = 'sandbox-production-eu-token';
const ODD = 'p"ä/ss<w>&0rd+ \\%x';

describe('maskCredentials', () => {
  it.each([
    [`Authorization: Bearer ${TOKEN}`, TOKEN],
    [`authorization=bearer%20${TOKEN}`, TOKEN],
    [`{"Authorization":["Bearer ${TOKEN}"]}`, TOKEN],
    [`{\\"authorization\\": \\"Bearer ${TOKEN}\\"}`, TOKEN],
    [`Authorization: Token ${TOKEN}`, TOKEN],
    [`Authorization: ${TOKEN}`, TOKEN],
    [`invalid bearer token: Bearer ${TOKEN}, try again`, TOKEN],
    [`got "Basic ZWxzYTpodW50ZXIy"`, 'ZWxzYTpodW50ZXIy'],
    ['Bearer\thunter', 'hunter'],
    ['Cookie: session=0123456789abcdef', '0123456789abcdef'],
    ['X-Api-Key: 0123456789', '0123456789'],
    ['cannot clone https://elsa:hunter2@git.example.com/a.git', 'hunter2'],
    ['postgres://elsa:p@ss/w0rd@db:5432/elsa', 'ss/w0rd'],
    ['https://ghp_0123456789@github.com/a', 'ghp_0123456789'],
    ['url=https%3A%2F%2Felsa%3Ahunter2%40git.example.com', 'hunter2'],
    ['jwt eyJhbGciOiJ.eyJzdWIiOi.c2lnbmF0dXJl', 'c2lnbmF0dXJl'],
    ['Host=db;Username=elsa;Password=hunter2;Port=5432', 'hunter2'],
    ['GET /?access_token=hunter2&x=1', 'hunter2'],
    ['-----BEGIN EC PRIVATE KEY-----\nMHcCAQEE', 'MHcCAQEE'],
  ])('should mask %s', (text, secret) => {
    expect(maskCredentials(text)).toContain('***');
    expect(maskCredentials(text)).not.toContain(secret);
  });

  it.each([
    'Basic authentication failed; a Bearer token is required',
    'Bearer realm="registry",service="registry.example.com"',
    'secret "elsa-database" not found; couldn\'t find key Password in Secret payments/elsa',
    'Get "https://registry:5000/v2/": x509: certificate signed by unknown authority',
    'pulled http://registry:5000/elsa@sha256:0123 in 3 s',
    'elsaworkflows/elsa-server-app@sha256:0123456789abcdef',
    'dial tcp 10.0.0.1:5432: connect: connection refused',
  ])('should leave %s as it is', text => {
    expect(maskCredentials(text)).toBe(text);
  });

  it('should keep JSON valid', () => {
    const value = {
      a: `Authorization: Bearer ${TOKEN}`,
      b: 'Bearer "quoted"',
      c: 'https://u:p"@h',
      d: ['password="x\\"y"', '-----BEGIN PRIVATE KEY-----'],
    };
    const masked = maskCredentials(JSON.stringify(value));
    expect(Object.keys(JSON.parse(masked))).toEqual(['a', 'b', 'c', 'd']);
    expect(masked).not.toContain(TOKEN);
  });

  it.each([
    '://',
    'eyJ',
    'Bearer ',
    '-----BEGIN ',
    'authorization',
    '%3A%2F%2F',
  ])('should take no long over a text of "%s" alone', part => {
    const steps = (length: number) => {
      const text = part.repeat(Math.ceil(length / part.length));
      const from = process.cpuUsage().user;
      maskCredentials(text);
      return process.cpuUsage().user - from;
    };
    // Quadratic work on this much text would take minutes.
    expect(steps(1024 * 1024)).toBeLessThan(20_000_000);
  });
});

describe('createMask', () => {
  const forms: Array<[string, string]> = [
    ['as it is', ODD],
    ['in a URL', encodeURIComponent(ODD)],
    [
      'in a URL with small letters',
      encodeURIComponent(ODD).replace(/%../g, hex => hex.toLowerCase()),
    ],
    ['in a form', new URLSearchParams({ a: ODD }).toString().slice(2)],
    ['in a URL inside of a URL', encodeURIComponent(encodeURIComponent(ODD))],
    ['in JSON', JSON.stringify(ODD)],
    ['in JSON inside of JSON', JSON.stringify(JSON.stringify(ODD))],
    [
      'in JSON as Go writes it',
      JSON.stringify(ODD).replace(
        /[<>&]/g,
        character => `\\u00${character.charCodeAt(0).toString(16)}`,
      ),
    ],
    [
      'in JSON as Python writes it',
      JSON.stringify(ODD).replaceAll('ä', '\\u00e4'),
    ],
    ['in HTML', 'p&quot;ä/ss&lt;w&gt;&amp;0rd+ \\%x'],
    ['in base64', Buffer.from(ODD).toString('base64')],
    ['in base64 for URLs', Buffer.from(ODD).toString('base64url')],
    ...['', 'x', 'xy'].map((before): [string, string] => [
      `in the midst of base64, ${before.length} bytes in`,
      Buffer.from(`${before}${ODD} and more`).toString('base64'),
    ]),
  ];

  it.each(forms)('should mask a secret %s', (_where, text) => {
    const masked = createMask([ODD])(`refused: ${text}!`);
    expect(masked).toMatch(/^refused: "?.{0,3}\*\*\*/);
    expect(masked.length).toBeLessThan('refused: '.length + 24);
  });

  it('should mask the longer of two secrets whole', () => {
    expect(createMask(['abc', 'abcdef'])('is abcdef')).toBe('is ***');
  });

  it('should not blank names among figures for a password that is a word', () => {
    const mask = createPartMask(['elsa', TOKEN]);
    expect(mask(`{"name":"elsa-server","message":"no ${TOKEN}"}`)).toBe(
      '{"name":"elsa-server","message":"no ***"}',
    );
  });
});

describe('readKnownSecrets', () => {
  it('should find the credentials of clusters and servers, and nothing else', () => {
    const config = new ConfigReader({
      backend: { database: { connection: { password: 'not sent anywhere' } } },
      kubernetes: {
        clusterLocatorMethods: [
          {
            type: 'config',
            clusters: [
              { name: 'eu', url: 'https://eu', serviceAccountToken: 'one' },
              { name: 'us', authMetadata: { token: 'two' }, caFile: '/ca' },
            ],
          },
        ],
      },
      elsa: {
        prometheus: [
          { auth: { type: 'bearer', token: 'three' } },
          { auth: { username: 'elsa', password: 'four' } },
          { auth: { type: 'mtls', key: 'five', keyFile: '/six' } },
        ],
      },
    });
    expect(readKnownSecrets(config)).toEqual([
      'one',
      'two',
      'three',
      'four',
      'five',
    ]);
  });
});
