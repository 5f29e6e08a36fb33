import { findCredentials, holdsCredential } from './findCredentials';

// Put together here, so that whoever scans this repository finds none.
const RANDOM = ['q7Hd82kLmZ', 'pX0vNw3RtY'].join('');
const WORD = 'hunter2hunter2';
const base64 = (text: string) => btoa(text);
const pem = (kind: string) =>
  base64(`-----BEGIN ${kind}PRIVATE KEY-----\n${'x'.repeat(60)}`);

describe('credentials as developers write them', () => {
  it.each<[string, string]>([
    ['.NET settings', JSON.stringify({ Jwt: { Key: RANDOM } }, null, 2)],
    ['.NET settings again', JSON.stringify({ Jwt: { Secret: RANDOM } })],
    ['a file of settings', `jwt:\n  secret: ${RANDOM}`],
    ['an address with a key', `https://maps.example.com/api?key=${RANDOM}`],
    ['a short name', `ldap_bind_pw=${WORD}`],
    ['curl', `curl -fsS -H "X-Api-Key: ${RANDOM}" https://elsa`],
    ['nginx', `proxy_set_header X-Api-Key ${RANDOM};`],
    ['headers of OTLP', `Authorization=Basic%20${base64(`elsa:${WORD}`)}`],
    ['other headers of OTLP', `authorization=Bearer%20${RANDOM}`],
    ['a header of Dynatrace', `Authorization: Api-Token ${RANDOM}`],
    ['rabbitmqadmin', `rabbitmqadmin -u elsa -p ${WORD} list queues`],
    ['MinIO', `mc alias set s3 http://minio:9000 elsa ${WORD}`],
    ['SQL*Plus', `sqlplus elsa/${WORD}@db`],
    ['PostgreSQL', `CREATE ROLE elsa SUPERUSER LOGIN PASSWORD '${WORD}'`],
    ['PostgreSQL again', `ALTER USER elsa ENCRYPTED PASSWORD '${WORD}'`],
    [
      'MySQL',
      `CREATE USER e IDENTIFIED WITH caching_sha2_password BY '${WORD}'`,
    ],
    ['MySQL again', `SET PASSWORD FOR 'e'@'%' = PASSWORD('${WORD}')`],
    ['an address of MySQL in Go', `elsa:${WORD}@tcp(db:3306)/elsa`],
    ['an address of Oracle', `jdbc:oracle:thin:elsa/${WORD}@db:1521/X`],
    ['.htpasswd', `elsa:$apr1$eWv1sGZ8$${RANDOM}\n`],
    ['.htpasswd with SHA', `elsa:{SHA}${base64(RANDOM)}`],
    ['userlist.txt', `"elsa" "${WORD}"\n`],
    ['kubeconfig', `users:\n- user:\n    client-key-data: ${pem('RSA ')}`],
    ['kubeconfig again', `client-key-data: ${pem('EC ')}`],
    ['kubeconfig of late', `client-key-data: ${pem('')}`],
    ['a signed address', `https://a.b/c?sv=1&sig=${'aB3-_'.repeat(8)}abc`],
    ['a signed address of S3', `?X-Amz-Signature=${'ab12'.repeat(16)}`],
    ['a bot', `${'123456789'}:AA${'Hx9'.repeat(11)}`],
    [
      'a hook',
      `https://discord.com/api/webhooks/${'1'.repeat(18)}/${'aB3'.repeat(22)}`,
    ],
    [
      'a variable of a workflow',
      JSON.stringify({
        variables: [
          { name: 'ApiToken', typeName: 'String', isArray: false, value: WORD },
        ],
      }),
    ],
    [
      'an input of a workflow',
      JSON.stringify({
        password: {
          typeName: 'String',
          expression: { type: 'Literal', value: WORD },
        },
      }),
    ],
  ])('should be found: %s', (_, text) => {
    expect(holdsCredential(text)).toBe(true);
  });

  it.each<string>([
    'password = os.environ["DB_PASSWORD"]',
    'token = os.getenv("TOKEN")',
    'client = Client(token=token, password=password)',
    'const token = process.env.TOKEN;',
    'const password = await getSecret("password");',
    'export const apiKey = config.apiKey;',
    'var password = Environment.GetEnvironmentVariable("PASSWORD");',
    'local token = h:headers():get("authorization")',
    'TOKEN=`cat /var/run/secrets/token`',
    'curl -H "X-Api-Key: $API_KEY" -H "Idempotency-Key: abc" https://elsa',
    'proxy_set_header X-Api-Key $http_x_api_key;',
    'FEATURE_KEY=new-checkout-2026',
    `public_key: ${RANDOM}`,
    'PARTITION_KEY=/tenantId',
    'key: backups/payments/20261128T100000/data.tar',
    'secret: payments-database',
    'KMS_KEY_ID=1234abcd-12ab-34cd-56ef-1234567890ab',
    'key: 1234abcd-12ab-34cd-56ef-1234567890ab',
    'map $uri $new {\n    "/old" "/new";\n}',
    'CREATE ROLE elsa LOGIN; -- the password is set elsewhere',
    JSON.stringify({
      password: { expression: { type: 'Secret', value: 'smtp-password' } },
    }),
    JSON.stringify([{ name: 'ApiToken', typeName: 'String', value: null }]),
  ])('should not be seen in %s', text => {
    expect(holdsCredential(text)).toBe(false);
  });
});

describe('messages of servers', () => {
  it.each<string>([
    'oauth2: cannot fetch token: 401 Unauthorized',
    'tests pass: 31 fail: 2',
    'error: key: value pairs expected',
    'Secret does not exist, key: payments/smtp',
  ])('should stay readable: %s', text => {
    expect(findCredentials(text, 'eager')).toEqual([]);
  });
});
