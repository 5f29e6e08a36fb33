/**
 * Specs that must be refused. `path` is the field that the message names,
 * `value` what it repeats of it, `remedy` a part of what it advises.
 */
export interface BadSpec {
  title: string;
  change: Record<string, unknown>;
  path: string;
  value?: unknown;
  remedy: RegExp;
}

const digest = `sha256:${'a'.repeat(64)}`;
const ownHost = {
  profile: 'clustered',
  server: { repository: 'ghcr.io/acme/elsa-host', tag: '1.4.0' },
};
const env = (name: string, value: string) => ({
  server: { env: [{ name, value }] },
});
const hosts = (server: string, studio = 'elsa.example.com') => ({
  exposure: { hosts: { server, studio } },
});
const slo = (fields: Record<string, unknown>) => ({
  monitoring: { enabled: true },
  slos: [
    {
      name: 'availability',
      indicator: 'availability',
      objective: 0.99,
      ...fields,
    },
  ],
});
const LINE = /one line/;
const SECRET = /secret/i;
const HIDDEN = '(hidden)';

const names: BadSpec[] = [
  ['with capitals', 'Payments', /lower-case/],
  ['with an underscore', 'payments_prod', /lower-case/],
  ['that begins with a digit', '1payments', /start with a letter/],
  ['that ends with a hyphen', 'payments-', /end with a letter/],
  ['that is empty', '', /lower-case/],
  ['that is a path', '../payments', /lower-case/],
  ['with a slash', 'payments/prod', /lower-case/],
  ['with a line break', 'payments\nkind: Secret', /lower-case/],
  ['with a YAML anchor', '&a payments', /lower-case/],
  ['with a shell command', 'a;rm -rf ~', /lower-case/],
  ['with a Go template', '{{ .Release.Name }}', /lower-case/],
  ['with a Nunjucks template', '${{ values.name }}', /lower-case/],
  ['with letters of other alphabets', 'paymеnts', /lower-case/],
].map(([what, name, remedy]) => ({
  title: `a name ${what}`,
  change: { metadata: { name } },
  path: 'metadata.name',
  value: name,
  remedy: remedy as RegExp,
}));

const places: BadSpec[] = [
  {
    title: 'a name that leaves no room for its objects',
    change: { metadata: { name: 'a'.repeat(45) } },
    path: 'metadata.name',
    value: 'a'.repeat(45),
    remedy: /at most 38 characters/,
  },
  {
    title: 'a namespace with dots',
    change: { target: { cluster: 'eu', namespace: 'a.b' } },
    path: 'target.namespace',
    value: 'a.b',
    remedy: /lower-case/,
  },
  {
    title: 'a namespace of the cluster',
    change: { target: { cluster: 'eu', namespace: 'kube-system' } },
    path: 'target.namespace',
    value: 'kube-system',
    remedy: /of its own/,
  },
  {
    title: 'a cluster with a line break',
    change: { target: { cluster: 'eu\nowner: me' } },
    path: 'target.cluster',
    value: 'eu\nowner: me',
    remedy: /configuration/,
  },
  {
    title: 'a Kubernetes release that is not supported',
    change: { target: { cluster: 'eu', kubernetesVersion: '1.28' } },
    path: 'target.kubernetesVersion',
    value: '1.28',
    remedy: /1\.35, 1\.36, 1\.37/,
  },
  {
    title: 'an owner that is no reference',
    change: { owner: 'group:default/pay ments' },
    path: 'owner',
    value: 'group:default/pay ments',
    remedy: /group:default\/payments/,
  },
  {
    title: 'an owner that is a component',
    change: { owner: 'component:default/payments' },
    path: 'owner',
    value: 'component:default/payments',
    remedy: /group:default\/payments/,
  },
  {
    title: 'no owner',
    change: { owner: undefined },
    path: 'owner',
    remedy: /string/,
  },
  {
    title: 'a preset that does not exist',
    change: { preset: 'prod' },
    path: 'preset',
    value: 'prod',
    remedy: /development, staging, production/,
  },
  {
    title: 'a misspelt section',
    change: { databse: { provider: 'mysql' } },
    path: 'databse',
    value: '(object)',
    remedy: /spelling/,
  },
  {
    title: 'a misspelt field',
    change: { database: { provder: 'mysql' } },
    path: 'database.provder',
    value: 'mysql',
    remedy: /spelling/,
  },
  {
    title: 'another kind of document',
    change: { kind: 'Deployment' },
    path: 'kind',
    value: 'Deployment',
    remedy: /ElsaEnvironment/,
  },
];

const hostNames: BadSpec[] = [
  ['with a scheme', 'https://elsa-api.example.com'],
  ['with a port', 'elsa-api.example.com:443'],
  ['with a path', 'elsa-api.example.com/elsa'],
  ['with capitals', 'Elsa-API.example.com'],
  ['that is an address', '10.0.0.1'],
  ['of one label', 'elsa'],
  ['that is a wildcard', '*.example.com'],
  ['with a label of 64 characters', `${'a'.repeat(64)}.example.com`],
  ['that leaves a rule of Traefik', 'a.example.com`) || Host(`b.example.com'],
].map(([what, value]) => ({
  title: `a host name ${what}`,
  change: hosts(value),
  path: 'exposure.hosts.server',
  value,
  remedy: /bare name/,
}));

const edge: BadSpec[] = [
  {
    title: 'the same host name twice',
    change: hosts('elsa.example.com'),
    path: 'exposure.hosts.studio',
    value: 'elsa.example.com',
    remedy: /its own name/,
  },
  {
    title: 'no host name',
    change: { exposure: { kind: 'gateway' } },
    path: 'exposure.hosts.server',
    remedy: /exposure\.host/,
  },
  {
    title: 'a studio that cannot reach its server',
    change: { exposure: { kind: 'none' } },
    path: 'studio.enabled',
    value: true,
    remedy: /studio\.enabled: false/,
  },
  {
    title: 'production without TLS',
    change: {
      exposure: {
        kind: 'ingress',
        host: 'elsa.example.com',
        tls: { enabled: false },
      },
    },
    path: 'exposure.tls.enabled',
    value: false,
    remedy: /tls\.enabled: true/,
  },
  {
    title: 'an Ingress controller of unknown place',
    change: { exposure: { kind: 'ingress', host: 'elsa.example.com' } },
    path: 'security.networkPolicy.controllerNamespace',
    remedy: /namespace of the controller's pods/,
  },
  {
    title: 'an ALB without certificate',
    change: {
      exposure: {
        kind: 'alb',
        host: 'elsa.example.com',
        alb: { sourceCidrs: ['10.0.0.0/16'] },
      },
    },
    path: 'exposure.alb.certificateArn',
    remedy: /ACM/,
  },
  {
    title: 'an ALB that the network policies keep out',
    change: {
      exposure: {
        kind: 'alb',
        host: 'elsa.example.com',
        alb: {
          certificateArn:
            'arn:aws:acm:eu-west-1:123456789012:certificate/12345678-1234-1234-1234-123456789012',
        },
      },
    },
    path: 'exposure.alb.sourceCidrs',
    remedy: /subnets/,
  },
  {
    title: 'a network that is none',
    change: {
      exposure: {
        kind: 'alb',
        host: 'elsa.example.com',
        alb: { sourceCidrs: ['10.0.0.0/33'] },
      },
    },
    path: 'exposure.alb.sourceCidrs[0]',
    value: '10.0.0.0/33',
    remedy: /prefix length/,
  },
  {
    title: "Istio's gateway without Istio",
    change: { exposure: { kind: 'istio', host: 'elsa.example.com' } },
    path: 'exposure.kind',
    value: 'istio',
    remedy: /mesh\.kind: istio/,
  },
  {
    title: 'a rate limit that nobody applies',
    change: {
      exposure: {
        kind: 'gateway',
        host: 'elsa.example.com',
        rateLimit: { requestsPerSecond: 10 },
      },
    },
    path: 'exposure.rateLimit',
    remedy: /Envoy Gateway/,
  },
  {
    title: 'CORS twice',
    change: {
      exposure: {
        kind: 'gateway',
        host: 'elsa.example.com',
        cors: { origins: ['https://a.example.com'] },
      },
    },
    path: 'exposure.cors',
    remedy: /Remove exposure\.cors/,
  },
  {
    title: 'an extra path that leads upwards',
    change: {
      exposure: {
        host: 'elsa.example.com',
        extraServerPaths: ['/hooks/../admin'],
      },
    },
    path: 'exposure.extraServerPaths[0]',
    value: '/hooks/../admin',
    remedy: /no "\.\."/,
  },
  {
    title: 'a canary without Linkerd',
    change: { mesh: { kind: 'istio', canary: { service: 'x' } } },
    path: 'mesh.canary',
    remedy: /linkerd/,
  },
];

const hostProfileCases: BadSpec[] = [
  {
    title: 'three replicas of an official image',
    change: { server: { replicas: 3 } },
    path: 'server.replicas',
    value: 3,
    remedy: /clustered/,
  },
  {
    title: 'autoscaling of an official image',
    change: { server: { autoscaling: { enabled: true } } },
    path: 'server.autoscaling.enabled',
    value: true,
    remedy: /clustered/,
  },
  {
    title: 'RabbitMQ beside an official image',
    change: { rabbitmq: { enabled: true } },
    path: 'rabbitmq.enabled',
    value: true,
    remedy: /clustered/,
  },
  {
    title: 'Redis beside an official image',
    change: { redis: { enabled: true } },
    path: 'redis.enabled',
    value: true,
    remedy: /Switch redis off/,
  },
  {
    title: 'locks that an official image cannot keep',
    change: { server: { locks: 'postgresql' } },
    path: 'server.locks',
    value: 'postgresql',
    remedy: /Remove the field/,
  },
  {
    title: 'a tag that moves',
    change: { host: { server: { tag: 'latest' } } },
    path: 'host.server.tag',
    value: 'latest',
    remedy: /3\.9\.0/,
  },
  {
    title: 'a digest that is none',
    change: { host: { server: { digest: 'sha256:abc' } } },
    path: 'host.server.digest',
    value: 'sha256:abc',
    remedy: /64 hexadecimal/,
  },
  {
    title: 'a repository with a tag',
    change: { host: { server: { repository: 'ghcr.io/a/b:1' } } },
    path: 'host.server.repository',
    value: 'ghcr.io/a/b:1',
    remedy: /without tag/,
  },
  {
    title: "an image of Bitnami's",
    change: { host: { server: { repository: 'docker.io/bitnami/elsa' } } },
    path: 'host.server.repository',
    value: 'docker.io/bitnami/elsa',
    remedy: /no longer maintained/,
  },
  {
    title: 'a clustered host without image',
    change: { host: { profile: 'clustered' } },
    path: 'host.server.repository',
    remedy: /repository of the server image/,
  },
  {
    title: 'legacy images without digest',
    change: { host: { profile: 'legacy-v3-5', studio: { digest } } },
    path: 'host.server.digest',
    value: 'docker.io/elsaworkflows/elsa-server-v3-5',
    remedy: /digest/,
  },
  {
    title: 'probes of an official image',
    change: { host: { probes: { live: '/health/live' } } },
    path: 'host.probes',
    remedy: /Remove host\.probes/,
  },
];

const data: BadSpec[] = [
  {
    title: 'MySQL for a legacy image, which would use SQLite silently',
    change: {
      host: {
        profile: 'legacy-v3-5',
        server: { digest },
        studio: { digest },
      },
      database: { provider: 'mysql' },
    },
    path: 'database.provider',
    value: 'mysql',
    remedy: /postgresql, sqlserver, sqlite/,
  },
  {
    title: 'SQLite in production',
    change: { database: { provider: 'sqlite' } },
    path: 'database.provider',
    value: 'sqlite',
    remedy: /development/,
  },
  {
    title: 'CloudNativePG for SQL Server',
    change: { database: { provider: 'sqlserver', mode: 'cloudnativepg' } },
    path: 'database.mode',
    value: 'cloudnativepg',
    remedy: /provider: postgresql/,
  },
  {
    title: 'three plain instances',
    change: { database: { mode: 'embedded', instances: 3 } },
    path: 'database.instances',
    value: 3,
    remedy: /cloudnativepg/,
  },
  {
    title: 'an external database without host',
    change: { database: { mode: 'external' } },
    path: 'database.external.host',
    remedy: /State database\.external\.host/,
  },
  {
    title: 'an external host with a port in it',
    change: { database: { external: { host: 'db.example.com:5432' } } },
    path: 'database.external.host',
    value: 'db.example.com:5432',
    remedy: /port has its own field/,
  },
  {
    title: 'an external host that ends the connection string',
    change: { database: { external: { host: 'db;Password=x' } } },
    path: 'database.external.host',
    value: HIDDEN,
    remedy: SECRET,
  },
  {
    title: 'a database name that ends the connection string',
    change: { database: { name: 'elsa;drop' } },
    path: 'database.name',
    value: 'elsa;drop',
    remedy: /underscores/,
  },
  {
    title: 'a release of PostgreSQL that is too old',
    change: { database: { version: '9.6' } },
    path: 'database.version',
    value: '9.6',
    remedy: /14, 15, 16, 17, 18/,
  },
  {
    title: 'SQL Server without a licence',
    change: { database: { provider: 'sqlserver' } },
    path: 'database.sqlserver.acceptEula',
    value: false,
    remedy: /acceptEula: true/,
  },
  {
    title: 'pools that exceed the database',
    change: { host: ownHost, database: { maxPoolSize: 100 } },
    path: 'database.maxPoolSize',
    value: 100,
    remedy: /computed/,
  },
  {
    title: 'transaction pooling with one connection string for all',
    change: { pgbouncer: { enabled: true, poolMode: 'transaction' } },
    path: 'pgbouncer.poolMode',
    value: 'transaction',
    remedy: /session/,
  },
  {
    title: 'PgBouncer in front of MySQL',
    change: {
      database: { provider: 'mysql' },
      pgbouncer: { enabled: true },
    },
    path: 'pgbouncer.enabled',
    value: true,
    remedy: /postgresql/,
  },
  {
    title: 'several plain RabbitMQ pods',
    change: { host: ownHost, rabbitmq: { enabled: true, replicas: 3 } },
    path: 'rabbitmq.replicas',
    value: 3,
    remedy: /operator/,
  },
  {
    title: 'a schedule with seconds',
    change: { backup: { schedule: '0 0 2 * * *' } },
    path: 'backup.schedule',
    value: '0 0 2 * * *',
    remedy: /15 2 \* \* \*/,
  },
  {
    title: 'a schedule in hour 25',
    change: { backup: { schedule: '0 25 * * *' } },
    path: 'backup.schedule',
    value: '0 25 * * *',
    remedy: /15 2 \* \* \*/,
  },
  {
    title: 'a dump of a server that cannot be verified',
    change: {
      database: { external: { host: 'db.example.com' } },
      backup: { enabled: true, method: 'dump' },
    },
    path: 'database.external.caSecret',
    remedy: /certificate of the server's authority/,
  },
  {
    title: 'an object store that is nowhere',
    change: { backup: { method: 'object-store' } },
    path: 'backup.objectStore',
    remedy: /destinationPath/,
  },
  {
    title: 'a storage class of no known cloud',
    change: { storage: { createStorageClass: true } },
    path: 'storage.createStorageClass',
    value: true,
    remedy: /target\.cloud/,
  },
];

const quantities: BadSpec[] = [
  [
    'memory with a unit of Windows',
    { server: { resources: { limits: { memory: '2GB' } } } },
    'server.resources.limits.memory',
    '2GB',
    /512Mi/,
  ],
  [
    'memory in thousandths of a byte',
    { server: { resources: { limits: { memory: '512m' } } } },
    'server.resources.limits.memory',
    '512m',
    /512Mi/,
  ],
  [
    'a negative amount of CPU',
    { server: { resources: { requests: { cpu: '-1' } } } },
    'server.resources.requests.cpu',
    '-1',
    /500m/,
  ],
  [
    'CPU finer than Kubernetes counts',
    { server: { resources: { requests: { cpu: '0.0001' } } } },
    'server.resources.requests.cpu',
    '0.0001',
    /500m/,
  ],
  [
    'a request above its limit',
    {
      server: {
        resources: {
          requests: { memory: '4Gi' },
          limits: { memory: '2Gi' },
        },
      },
    },
    'server.resources.requests.memory',
    '4Gi',
    /at most 2Gi/,
  ],
  [
    'storage without a number',
    { database: { storage: { size: 'Gi' } } },
    'database.storage.size',
    'Gi',
    /2Gi/,
  ],
  [
    'more replicas at least than at most',
    {
      host: ownHost,
      server: {
        autoscaling: { enabled: true, minReplicas: 5, maxReplicas: 3 },
      },
    },
    'server.autoscaling.maxReplicas',
    3,
    /at least 5/,
  ],
  [
    'SQL Server in too little memory',
    {
      database: {
        provider: 'sqlserver',
        sqlserver: { acceptEula: true, edition: 'Express' },
        resources: { requests: { memory: '1Gi' }, limits: { memory: '1Gi' } },
      },
    },
    'database.resources.limits.memory',
    '1Gi',
    /2Gi/,
  ],
].map(([title, change, path, value, remedy]) => ({
  title: title as string,
  change: change as Record<string, unknown>,
  path: path as string,
  value,
  remedy: remedy as RegExp,
}));

const freeTexts: BadSpec[] = [
  {
    title: 'a title of two lines',
    change: { metadata: { name: 'payments', title: 'a\n# b' } },
    path: 'metadata.title',
    value: 'a\n# b',
    remedy: LINE,
  },
  {
    title: 'a description with an escape sequence',
    change: { metadata: { name: 'payments', description: 'a\u001b[2Jb' } },
    path: 'metadata.description',
    value: 'a\u001b[2Jb',
    remedy: /Remove it/,
  },
  {
    title: 'a description that reads backwards',
    change: { metadata: { name: 'payments', description: 'a\u202eb' } },
    path: 'metadata.description',
    value: 'a\u202eb',
    remedy: /Remove it/,
  },
  {
    title: 'a description with a connection string',
    change: {
      metadata: { name: 'payments', description: 'Host=db;Password=hunter22' },
    },
    path: 'metadata.description',
    value: HIDDEN,
    remedy: SECRET,
  },
  {
    title: 'a label value with a line break',
    change: { extra: { labels: { 'acme.example/team': 'a\nb: c' } } },
    path: 'extra.labels["acme.example/team"]',
    value: 'a\nb: c',
    remedy: /63/,
  },
  {
    title: "a label of the template's own",
    change: { extra: { labels: { 'app.kubernetes.io/instance': 'other' } } },
    path: 'extra.labels["app.kubernetes.io/instance"]',
    value: 'other',
    remedy: /prefix of your own/,
  },
  {
    title: 'a repository address with a password',
    change: {
      delivery: { repository: { url: 'https://me:pass@github.com/a/b' } },
    },
    path: 'delivery.repository.url',
    value: HIDDEN,
    remedy: SECRET,
  },
  {
    title: 'a repository address that is an option',
    change: { delivery: { repository: { url: '--upload-pack=x' } } },
    path: 'delivery.repository.url',
    value: '--upload-pack=x',
    remedy: /address/,
  },
  {
    title: 'a branch that leads upwards',
    change: { delivery: { repository: { branch: '../main' } } },
    path: 'delivery.repository.branch',
    value: '../main',
    remedy: /check-ref-format/,
  },
  {
    title: 'a remote path that leads upwards',
    change: {
      secrets: {
        kind: 'external-secrets',
        store: { name: 'vault' },
        remotePath: 'elsa/../admin',
      },
    },
    path: 'secrets.remotePath',
    value: 'elsa/../admin',
    remedy: /no "\.\."/,
  },
  {
    title: 'an address of a collector with a template in it',
    change: { monitoring: { otlpEndpoint: 'http://{{ .x }}:4317' } },
    path: 'monitoring.otlpEndpoint',
    value: 'http://{{ .x }}:4317',
    remedy: /full address/,
  },
];

const secrets: BadSpec[] = [
  {
    title: 'a password in a variable',
    change: env('Smtp__Password', 'hunter22'),
    path: 'server.env[0].value',
    value: HIDDEN,
    remedy: /secret: \{ name, key \}/,
  },
  {
    title: 'a connection string in a variable of another name',
    change: env('Custom__Database', 'Host=db;Username=x;Password=hunter22'),
    path: 'server.env[0].value',
    value: HIDDEN,
    remedy: SECRET,
  },
  {
    title: 'an address with a password in a variable',
    change: env('Broker', 'amqp://elsa:hunter22@mq:5672/'),
    path: 'server.env[0].value',
    value: HIDDEN,
    remedy: SECRET,
  },
  {
    title: 'a token in a variable',
    change: env('X', `ghp_${'a'.repeat(36)}`),
    path: 'server.env[0].value',
    value: HIDDEN,
    remedy: SECRET,
  },
  {
    title: 'a variable that the template sets itself',
    change: env('CONNECTIONSTRINGS__POSTGRESQL', ''),
    path: 'server.env[0].name',
    value: 'CONNECTIONSTRINGS__POSTGRESQL',
    remedy: /Remove it/,
  },
  {
    title: 'development mode',
    change: env('ASPNETCORE_ENVIRONMENT', 'Development'),
    path: 'server.env[0].value',
    value: 'Development',
    remedy: /Leave the variable out/,
  },
  {
    title: 'a variable with a name that no shell takes',
    change: env('A-B', 'x'),
    path: 'server.env[0].name',
    value: 'A-B',
    remedy: /two underscores/,
  },
  {
    title: 'External Secrets without store',
    change: { secrets: { kind: 'external-secrets' } },
    path: 'secrets.store.name',
    remedy: /ClusterSecretStore/,
  },
  {
    title: 'Sealed Secrets without sealed values',
    change: { secrets: { kind: 'sealed-secrets' } },
    path: 'secrets.sealed.server["signing-key"]',
    remedy: /kubeseal --raw/,
  },
  {
    title: 'one Secret for two components',
    change: {
      preset: 'staging',
      secrets: { names: { server: 'x', database: 'x' } },
    },
    path: 'secrets.names.database',
    value: 'x',
    remedy: /of its own/,
  },
  {
    title: 'a Secret among the extra objects',
    change: {
      extra: {
        objects: [
          { apiVersion: 'v1', kind: 'Secret', metadata: { name: 'x' } },
        ],
      },
    },
    path: 'extra.objects[0].kind',
    value: 'Secret',
    remedy: /ExternalSecret/,
  },
  {
    title: 'a ClusterRole among the extra objects',
    change: {
      extra: {
        objects: [
          {
            apiVersion: 'rbac.authorization.k8s.io/v1',
            kind: 'ClusterRole',
            metadata: { name: 'x' },
          },
        ],
      },
    },
    path: 'extra.objects[0].kind',
    value: 'ClusterRole',
    remedy: /platform team/,
  },
  {
    title: 'a kind that the Argo CD project denies among the extra objects',
    change: {
      extra: {
        objects: [
          { apiVersion: 'v1', kind: 'ResourceQuota', metadata: { name: 'x' } },
        ],
      },
    },
    path: 'extra.objects[0].kind',
    value: 'ResourceQuota',
    remedy: /security\.resourceQuota/,
  },
  {
    title: 'an extra object in another namespace',
    change: {
      extra: {
        objects: [
          {
            apiVersion: 'v1',
            kind: 'ConfigMap',
            metadata: { name: 'x', namespace: 'kube-system' },
          },
        ],
      },
    },
    path: 'extra.objects[0].metadata.namespace',
    value: 'kube-system',
    remedy: /Leave the namespace out/,
  },
  {
    title: "a volume over the program's files",
    change: {
      server: { volumes: [{ name: 'x', mountPath: '/app', secret: 'x' }] },
    },
    path: 'server.volumes[0].mountPath',
    value: '/app',
    remedy: /\/mnt\/data/,
  },
];

const objectives: BadSpec[] = [
  {
    title: 'an objective that can never page',
    change: slo({ objective: 0.9 }),
    path: 'slos[0].objective',
    value: 0.9,
    remedy: /0\.931/,
  },
  {
    title: 'a period that a window of the burn rates is as long as',
    change: slo({ windowDays: 3 }),
    path: 'slos[0].windowDays',
    value: 3,
    remedy: /7/,
  },
  {
    title: 'credentials of an object store that are not sealed',
    change: {
      secrets: { kind: 'sealed-secrets' },
      database: { mode: 'cloudnativepg' },
      backup: {
        enabled: true,
        method: 'object-store',
        objectStore: {
          destinationPath: 's3://backups/a',
          useWorkloadIdentity: false,
        },
      },
    },
    path: 'secrets.sealed.backup["secret-access-key"]',
    remedy: /kubeseal --raw .*-backup /,
  },
  {
    title: "a schedule of CloudNativePG's in local time",
    change: {
      preset: 'production',
      database: { mode: 'cloudnativepg', instances: 3 },
      backup: { enabled: true, timeZone: 'Europe/Berlin' },
    },
    path: 'backup.timeZone',
    value: 'Europe/Berlin',
    remedy: /in UTC/,
  },
  {
    title: 'an objective in percent',
    change: slo({ objective: 99.9 }),
    path: 'slos[0].objective',
    value: 99.9,
    remedy: /less than 1/,
  },
  {
    title: 'an objective whose requests nobody counts',
    change: slo({ indicator: 'success' }),
    path: 'slos[0].indicator',
    value: 'success',
    remedy: /metricProfile/,
  },
  {
    title: 'a threshold that is no bucket',
    change: {
      exposure: { kind: 'traefik', host: 'elsa.example.com' },
      ...slo({ indicator: 'latency', thresholdMilliseconds: 500 }),
    },
    path: 'slos[0].thresholdMilliseconds',
    value: 500,
    remedy: /bucket/,
  },
  {
    title: 'a metric profile that nothing feeds',
    change: { monitoring: { metricProfile: 'prometheus-net' } },
    path: 'monitoring.metricProfile',
    value: 'prometheus-net',
    remedy: /edge or mesh/,
  },
  {
    title: 'a custom query without range',
    change: slo({
      indicator: 'custom',
      errorRatioQuery: 'vector(0)',
    }),
    path: 'slos[0].errorRatioQuery',
    value: 'vector(0)',
    remedy: /\{\{\.window\}\}/,
  },
  {
    title: "Argo CD's default project",
    change: { delivery: { argocd: { project: 'default' } } },
    path: 'delivery.argocd.project',
    value: 'default',
    remedy: /project of its own/,
  },
  {
    title: 'Argo CD without repository',
    change: { delivery: { argocd: { enabled: true } } },
    path: 'delivery.repository.url',
    remedy: /State the address/,
  },
];

export const badSpecs: BadSpec[] = [
  ...names,
  ...places,
  ...hostNames,
  ...edge,
  ...hostProfileCases,
  ...data,
  ...quantities,
  ...freeTexts,
  ...secrets,
  ...objectives,
];
