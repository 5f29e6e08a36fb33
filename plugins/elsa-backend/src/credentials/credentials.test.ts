import { ConfigReader } from '@backstage/config';
import { createMask } from './createMask';
import { createPartMask } from './createPartMask';
import { maskCredentials } from '@elsa-portal/backstage-plugin-elsa-common/secrets';
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
    ['password: hunter', 'hunter'],
    ['password: "correct horse"', 'horse'],
    ['wrong password: hunter2, try again', 'hunter2'],
    ['exec curl -u elsa:hunter2 https://elsa', 'hunter2'],
    ['exec "curl -u \\"elsa:hunter 2\\" https://elsa"', 'hunter 2'],
    ['DB_PASS=hunter2', 'hunter2'],
    ['secret=hunter2', 'hunter2'],
    ['running migrate --pass hunter2 failed', 'hunter2'],
    ['args: ["--password","hunter2"]', 'hunter2'],
    ['mysqldump -uroot -phunter2 elsa', 'hunter2'],
    ['bad directive: requirepass hunter2', 'hunter2'],
    ['{"password":"hunter2"}', 'hunter2'],
    ['{\\"password\\":\\"hunter 2\\"}', 'hunter 2'],
    ['{"password":12345678}', '12345678'],
    ['{"name":"DB_PASSWORD","value":"hunter2"}', 'hunter2'],
    ['<add key="Password" value="hunter2"/>', 'hunter2'],
    ['<password>hunter2</password>', 'hunter2'],
    ['//registry.npmjs.org/:_authToken=hunter2', 'hunter2'],
    ['line 1: machine a login b password hunter2', 'hunter2'],
    ['db:5432:elsa:elsa:hunter2', 'hunter2'],
    ['Set-Cookie: sid=hunter2; Path=/', 'hunter2'],
    ['cookie: a=1; sid=hunter2', 'hunter2'],
    ['X-Api-Key: hunter', 'hunter'],
    ['Authorization: ApiKey hunter2', 'hunter2'],
    ['Server=db;Pwd=hunter2;Port=1', 'hunter2'],
    ['Password="hunter;2";Port=1', ';2"'],
    ['Password=$(X)hunter2', 'hunter2'],
    ['PASSWORD%3Dhunter2%26x', 'hunter2'],
    ["IDENTIFIED BY 'hunter2'", 'hunter2'],
    [`Authorization: Api-Token ${TOKEN}1`, TOKEN],
    [`Authorization: GenieKey ${TOKEN}1`, TOKEN],
    [`GET /a?X-Amz-Signature=${'ab12'.repeat(16)}&a=b`, 'ab12'],
    [`{"secret":"${'a1b2'.repeat(5)}"}`, 'a1b2'],
    [`token ${['ghp', 'a1'.repeat(18)].join('_')} expired`, 'a1a1'],
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
    'failed to fetch token: serviceaccounts "elsa" not found',
    'invalid password: authentication failed',
    'error: exec: "-u": executable file not found in $PATH',
    'secret "a" has no key "password": see https://elsa.example.com:8443/a',
    'Error: secret=$(cat /run/secrets/a) password=$PASSWORD',
    '{"secretName":"elsa-database","tokenExpirationSeconds":3600}',
    'pull access denied, may require authorization: server message: insufficient_scope',
    'oauth2: cannot fetch token: 401 Unauthorized',
    'tests pass: 31 fail: 2',
    '2026-11-28T10:30:00Z E1128 10:30:00.123456 1 reflector.go:150] failed',
  ])('should leave %s as it is', text => {
    expect(maskCredentials(text)).toBe(text);
  });

  it('should keep JSON valid', () => {
    const value = {
      a: `Authorization: Bearer ${TOKEN}`,
      b: 'Bearer "quoted"',
      c: 'https://u:p"@h',
      d: ['password="x\\"y"', '-----BEGIN PRIVATE KEY-----'],
      password: 12345678,
      nested: JSON.stringify({ password: 12345678, token: 'a"b', n: [1] }),
      command: ['curl', '-u', 'a:b', '--pass', 'x'],
      script: 'curl -u "a:b c" --password \'x y\' http://a',
      cookie: 'Set-Cookie: a="b"; c=d',
      'x-api-key': ['x', 'y'],
    };
    const masked = maskCredentials(JSON.stringify(value));
    const read = JSON.parse(masked);
    expect(Object.keys(read)).toEqual(Object.keys(value));
    expect(Object.keys(JSON.parse(read.nested))).toEqual([
      'password',
      'token',
      'n',
    ]);
    expect(masked).not.toMatch(/12345678|a:b|x y/);
    expect(masked).not.toContain(TOKEN);
  });

  it.each([
    '://',
    'eyJ',
    'Bearer ',
    '-----BEGIN ',
    'authorization',
    '%3A%2F%2F',
    'a=',
    'password="',
    'pwd=\\"',
    'password=$(',
    '--password ',
    '-u "',
    '<password>',
    'eyJaaaaaaaa.',
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
