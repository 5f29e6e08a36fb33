/**
 * Commands that several entries share. Resources are written `kind/name`, so
 * that no name can be taken for an option.
 */
type Words = readonly string[];

export const kubectl = (...words: string[]): Words => [
  'kubectl',
  '--namespace={namespace}',
  ...words,
];

/** The same for the object of the reason, which may live elsewhere. */
export const kubectlObject = (...words: string[]): Words => [
  'kubectl',
  '--namespace={objectNamespace}',
  ...words,
];

export const describeObject = kubectlObject('describe', '{kind}/{name}');

export const describePod = kubectl('describe', 'pod/{pod}');

export const listPods = kubectl(
  'get',
  'pods',
  '--selector=app.kubernetes.io/instance={environment}',
  '--output=wide',
);

export const previousLogs = kubectl(
  'logs',
  'pod/{pod}',
  '--container={container}',
  '--previous',
  '--tail=200',
);

export const serverLogs = kubectl(
  'logs',
  'deployment/{server}',
  '--all-containers',
  '--tail=200',
);

export const events = kubectl('events', '--for=pod/{pod}');

export const allEvents = kubectl('events', '--types=Warning');

export const restartServer = kubectl(
  'rollout',
  'restart',
  'deployment/{server}',
);

/** Runs a statement with the credentials that the database's own container has. */
export const psql = (statement: string): Words =>
  kubectl(
    'exec',
    'statefulset/{database}',
    '--container=postgresql',
    '--',
    'sh',
    '-c',
    `psql --username="$POSTGRES_USER" --dbname="$POSTGRES_DB" --command="${statement}"`,
  );

/** A kubectl plugin takes its options behind its own name. */
export const cnpg = (action: string): Words => [
  'kubectl',
  'cnpg',
  action,
  '{database}',
  '--namespace={namespace}',
];

/** The same on the primary of CloudNativePG, as its operating system user may. */
export const cnpgPsql = (statement: string): Words => [
  ...cnpg('psql'),
  '--',
  `--command=${statement}`,
];

/** The same on MySQL; the password stays in the container's environment. */
export const mysql = (statement: string): Words =>
  kubectl(
    'exec',
    'statefulset/{database}',
    '--',
    'sh',
    '-c',
    `MYSQL_PWD="$MYSQL_PASSWORD" mysql --host=127.0.0.1 --user="$MYSQL_USER" --execute="${statement}" "$MYSQL_DATABASE"`,
  );
