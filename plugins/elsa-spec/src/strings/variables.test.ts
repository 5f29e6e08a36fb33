import { looksLikeSecret } from '../issues/secrets';
import { checkStrings } from './checkStrings';

const RANDOM = ['q7Hd82kLmZ', 'pX0vNw3RtY'].join('');

const isRefused = (spec: object) => checkStrings(spec).issues.length > 0;
const configMap = (data: Record<string, string>, kind = 'ConfigMap') => ({
  extra: {
    objects: [{ apiVersion: 'v1', kind, metadata: { name: 'x' }, data }],
  },
});

describe('variables that hold a credential', () => {
  it.each([
    'Jwt__Key',
    'JWT_KEY',
    'STRIPE_KEY',
    'SECRET_KEY_BASE',
    'GITHUB_PAT',
    'Hashing__Pepper',
    'LDAP_BIND_PW',
  ])('should be told by name and value: %s', name => {
    expect(looksLikeSecret(name, RANDOM)).toBe(true);
    expect(isRefused({ server: { env: [{ name, value: RANDOM }] } })).toBe(
      true,
    );
  });

  it.each([
    ['CACHE_KEY_PREFIX', 'payments:'],
    ['PARTITION_KEY', '/tenantId'],
    ['FEATURE_KEY', 'new-checkout'],
    ['Cosmos__PartitionKey', RANDOM],
    [
      'Kms__KeyArn',
      'arn:aws:kms:eu-west-1:123456789012:key/1234abcd-12ab-34cd-56ef-1234567890ab',
    ],
  ])('should not be seen in %s=%s', (name, value) => {
    expect(looksLikeSecret(name, value)).toBe(false);
  });

  it.each([
    'Server=db;Database=elsa;Integrated Security=true',
    'Server=tcp:a.database.windows.net,1433;Authentication=Active Directory Workload Identity',
    'Endpoint=sb://a.servicebus.windows.net/;Authentication=ManagedIdentity',
    'http://opensearch.search:9200',
  ])('should not be seen in a connection without a password: %s', value => {
    expect(looksLikeSecret('ConnectionStrings__Reports', value)).toBe(false);
  });

  it.each([
    'Server=db;User Id=sa;Password=hunter2',
    'InstrumentationKey=7f0c2b1e-5d5a-4a55-9a3c-2f7a9f3b6c11;IngestionEndpoint=https://a',
    'https://a.example.com/?code=hunter2',
    'hunter2',
  ])('should be seen in a connection such as %s', value => {
    expect(looksLikeSecret('ConnectionStrings__Reports', value)).toBe(true);
  });

  it('should be seen among the variables that a ConfigMap brings', () => {
    expect(isRefused(configMap({ WEBHOOK_SECRET: 'hunter2' }))).toBe(true);
    expect(isRefused(configMap({ Webhook__Secret: 'hunter2' }))).toBe(true);
    expect(isRefused(configMap({ WEBHOOK_SECRET_NAME: 'hooks' }))).toBe(false);
    // What refers to a Secret by its name.
    expect(isRefused(configMap({ webhookSecret: 'hooks' }))).toBe(false);
    expect(isRefused(configMap({ WEBHOOK_SECRET: 'a' }, 'Other'))).toBe(false);
  });
});
