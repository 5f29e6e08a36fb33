import {
  type Profiles,
  requiredSecretKeys,
} from '@elsa-portal/backstage-plugin-elsa-spec';
import type { Environment } from '../files/types';

/** How a key comes to its value, without the value ever being written down here. */
interface KeyRecipe {
  meaning: string;
  /** Shell word for `--from-literal`. */
  value: (profiles: Profiles) => string;
  /** The shell word names a file that holds the value. */
  isFile?: boolean;
  /** Commands that set the shell variables of `value`. */
  before?: string[];
}

const random = (bytes: number) => `"$(openssl rand -hex ${bytes})"`;

/** Elsa 3.5 stores base64(SHA-256(secret + salt)) with the salt as base64. */
function hashRecipe(variable: string, meaning: string): KeyRecipe {
  return {
    meaning,
    before: [
      `${variable}=$(openssl rand -hex 16); ${variable}_SALT=$(openssl rand -base64 32)`,
      `echo "${variable} to keep in your password store: $${variable}"`,
    ],
    value: () =>
      `"$({ printf %s "$${variable}"; printf %s "$${variable}_SALT" | base64 -d; } | openssl dgst -sha256 -binary | base64)"`,
  };
}

const RECIPES: Record<string, Record<string, KeyRecipe>> = {
  server: {
    'signing-key': {
      meaning: 'signs access tokens; the same for all pods',
      value: () => random(32),
    },
    'admin-username': {
      meaning: 'name of the first administrator',
      value: () => 'admin',
    },
    'admin-password': {
      meaning: 'password of the first administrator',
      value: () => random(16),
    },
    ...Object.fromEntries(
      [0, 1, 2].flatMap(index => [
        [
          `user-${index}-password-hash`,
          hashRecipe(
            `USER_${index}_PASSWORD`,
            `replaces published user ${index + 1}`,
          ),
        ],
        [
          `user-${index}-password-salt`,
          {
            meaning: `salt of user ${index + 1}`,
            value: () => `"$USER_${index}_PASSWORD_SALT"`,
          },
        ],
      ]),
    ),
    'api-key-hash': hashRecipe('API_KEY', 'replaces the published API key'),
    'api-key-salt': {
      meaning: 'salt of the API key',
      value: () => '"$API_KEY_SALT"',
    },
  },
  database: {
    password: {
      meaning: 'password of the database user',
      value: ({ database }) =>
        database.isOwn ? complex({ database }) : '"$DATABASE_PASSWORD"',
    },
    'admin-password': {
      meaning: "password of the database's administrator",
      value: complex,
    },
  },
  redis: {
    password: {
      meaning: 'password of Redis',
      value: ({ redis }) => (redis.isOwn ? random(24) : '"$REDIS_PASSWORD"'),
    },
  },
  rabbitmq: {
    username: {
      meaning: 'user of RabbitMQ',
      value: ({ rabbitmq }) =>
        rabbitmq.isOwn ? 'elsa' : '"$RABBITMQ_USERNAME"',
    },
    password: {
      meaning: 'password of RabbitMQ',
      value: ({ rabbitmq }) =>
        rabbitmq.isOwn ? random(24) : '"$RABBITMQ_PASSWORD"',
    },
  },
  // What the object store's owner hands out; nothing here can be drawn.
  backup: {
    'access-key-id': {
      meaning: 'access key of the object store that backups go to',
      value: () => '"$BACKUP_ACCESS_KEY_ID"',
    },
    'secret-access-key': {
      meaning: 'secret of this access key',
      value: () => '"$BACKUP_SECRET_ACCESS_KEY"',
    },
    'storage-account': {
      meaning: 'storage account that backups go to',
      value: () => '"$BACKUP_STORAGE_ACCOUNT"',
    },
    'storage-key': {
      meaning: 'key of this storage account',
      value: () => '"$BACKUP_STORAGE_KEY"',
    },
    'google-credentials.json': {
      meaning: 'key file of the service account that writes backups',
      value: () => '"$BACKUP_CREDENTIALS_FILE"',
      isFile: true,
    },
  },
};

/** SQL Server wants three kinds of characters. */
function complex({ database }: Pick<Profiles, 'database'>): string {
  return database.wantsMixedPasswords
    ? '"Aa1-$(openssl rand -hex 16)"'
    : random(24);
}

export type SecretDocument = {
  component: string;
  name: string;
  /** Entry in the store, for External Secrets. */
  remote: string;
  keys: Array<{ key: string; meaning: string }>;
  commands: string;
};

/**
 * Commands that ask for something stand in parentheses: a shell reads all of
 * them before it runs the first, which would take the next line of what was
 * pasted for the answer otherwise. What was typed is gone with the subshell.
 */
function pasteable(asking: string[], before: string[], last: string): string {
  return asking.length + before.length === 0
    ? last
    : ['(', ...asking, ...before, last, ')'].join('\n');
}

/** Each Secret that somebody has to make, with commands that hold no value. */
export function secretDocuments({
  spec,
  profiles,
}: Environment): SecretDocument[] {
  return Object.entries(requiredSecretKeys(spec, profiles)).map(
    ([component, keys]) => {
      const name =
        spec.secrets.names[component as keyof typeof spec.secrets.names];
      const recipes = (keys ?? []).map(key => ({
        key,
        recipe: RECIPES[component]?.[key] ?? {
          meaning: 'read by the server',
          value: () => '"$VALUE"',
        },
      }));
      const literals = recipes.map(
        ({ key, recipe }) =>
          `  --from-${recipe.isFile ? 'file' : 'literal'}=${key}=${recipe.value(profiles)}`,
      );
      const asked = new Set(
        literals.flatMap(literal =>
          [
            ...literal.matchAll(
              /\$((?:DATABASE|REDIS|RABBITMQ)_(?:PASSWORD|USERNAME)|BACKUP_[A-Z_]+|VALUE)\b/g,
            ),
          ].map(match => match[1]),
        ),
      );
      return {
        component,
        name,
        remote: `${spec.secrets.remotePath}/${component}`,
        keys: recipes.map(({ key, recipe }) => ({
          key,
          meaning: recipe.meaning,
        })),
        commands: pasteable(
          [...asked].map(
            variable => `printf '%s: ' ${variable}; read -rs ${variable}; echo`,
          ),
          recipes.flatMap(({ recipe }) => recipe.before ?? []),
          [
            `kubectl create secret generic ${name} --namespace ${spec.target.namespace}`,
            ...literals,
          ].join(' \\\n'),
        ),
      };
    },
  );
}
