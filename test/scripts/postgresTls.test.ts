import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import {
  chmodSync,
  chownSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { DatabaseManager } from '@backstage/backend-defaults/database';
import { mockServices } from '@backstage/backend-test-utils';
import type { Config } from '@backstage/config';
import { ConfigSources } from '@backstage/config-loader';
import { freePort } from '../../scripts/lib/freePorts.cjs';

const root = join(__dirname, '..', '..');
const program = process.env.POSTGRES;

if (!program && process.env.CI) {
  throw new Error(
    'Set POSTGRES to the path of postgres (on Debian: apt-get install postgresql)',
  );
}
const describeWithPostgres = program ? describe : describe.skip;

jest.setTimeout(120_000);

/** Who PostgreSQL runs as: not as root. */
function identity(): { uid?: number; gid?: number } {
  if (process.getuid?.() !== 0) return {};
  const id = (flag: string) =>
    Number(execFileSync('id', [flag, 'postgres'], { encoding: 'utf8' }));
  return { uid: id('-u'), gid: id('-g') };
}

/** A certificate authority in files of a folder. */
function createAuthority(folder: string, name: string): string {
  const path = join(folder, `${name}.pem`);
  execFileSync(
    'openssl',
    [
      ...['req', '-x509', '-newkey', 'ec', '-pkeyopt'],
      ...['ec_paramgen_curve:prime256v1', '-nodes', '-days', '2'],
      ...[
        '-subj',
        `/CN=${name}`,
        '-addext',
        'basicConstraints=critical,CA:TRUE',
      ],
      ...['-keyout', join(folder, `${name}.key`), '-out', path],
    ],
    { stdio: 'pipe' },
  );
  return path;
}

/** A certificate of the authority `own` for the name localhost. */
function createCertificate(folder: string): void {
  const extensions = join(folder, 'extensions');
  writeFileSync(extensions, 'subjectAltName=DNS:localhost\n');
  const request = execFileSync(
    'openssl',
    [
      ...['req', '-new', '-newkey', 'ec', '-pkeyopt'],
      ...['ec_paramgen_curve:prime256v1', '-nodes', '-subj', '/CN=localhost'],
      ...['-keyout', join(folder, 'server.key')],
    ],
    { stdio: 'pipe' },
  );
  execFileSync(
    'openssl',
    [
      ...['x509', '-req', '-days', '2', '-extfile', extensions],
      ...['-CA', join(folder, 'own.pem'), '-CAkey', join(folder, 'own.key')],
      ...['-CAcreateserial', '-out', join(folder, 'server.pem')],
    ],
    { input: request, stdio: 'pipe' },
  );
}

class TlsPostgres {
  readonly folder = mkdtempSync(join(tmpdir(), 'elsa-portal-tls-'));
  readonly #children: ChildProcess[] = [];
  readonly #identity = identity();

  prepare(): void {
    createAuthority(this.folder, 'own');
    createAuthority(this.folder, 'other');
    createCertificate(this.folder);
    const { uid, gid } = this.#identity;
    const files = readdirSync(this.folder).map(name => join(this.folder, name));
    if (uid !== undefined && gid !== undefined) {
      for (const path of [this.folder, ...files]) chownSync(path, uid, gid);
    }
    chmodSync(join(this.folder, 'server.key'), 0o600);
    execFileSync(
      join(dirname(program as string), 'initdb'),
      [
        ...['-D', join(this.folder, 'data'), '-U', 'postgres', '-A', 'trust'],
        ...['-E', 'UTF8', '--no-sync'],
      ],
      { ...this.#identity, cwd: this.folder, stdio: 'pipe' },
    );
  }

  /** One after the other on the same data. */
  async start(settings: string[], hba: string): Promise<number> {
    await this.stop();
    writeFileSync(join(this.folder, 'data', 'pg_hba.conf'), hba);
    const port = await freePort();
    const child = spawn(
      program as string,
      [
        ...['-D', join(this.folder, 'data'), '-k', this.folder],
        ...['-p', String(port), '-h', 'localhost,127.0.0.1', '-F'],
        ...settings.flatMap(setting => ['-c', setting]),
      ],
      {
        ...this.#identity,
        cwd: this.folder,
        stdio: ['ignore', 'ignore', 'pipe'],
      },
    );
    this.#children.push(child);
    await new Promise<void>((resolve, reject) => {
      let log = '';
      child.stderr?.on('data', chunk => {
        log += String(chunk);
        if (log.includes('ready to accept connections')) resolve();
      });
      child.once('close', () => reject(new Error(`PostgreSQL ended:\n${log}`)));
    });
    return port;
  }

  async stop(): Promise<void> {
    const child = this.#children.pop();
    if (!child) return;
    const ended = new Promise(resolve => {
      child.once('close', resolve);
    });
    child.kill('SIGINT');
    await ended;
  }

  file(name: string): string {
    return join(this.folder, name);
  }
}

/** The production configuration as the backend reads it. */
async function readProduction(
  variables: Record<string, string>,
): Promise<Config> {
  const values: Record<string, string | undefined> = {
    ELSA_PORTAL_BASE_URL: 'https://portal.example.com',
    POSTGRES_USER: 'postgres',
    POSTGRES_PASSWORD: 'not asked for',
    ...variables,
  };
  return ConfigSources.toConfig(
    ConfigSources.default({
      rootDir: root,
      watch: false,
      argv: ['app-config.yaml', 'app-config.production.yaml'].flatMap(path => [
        '--config',
        join(root, path),
      ]),
      env: {},
      substitutionFunc: async name => values[name],
    }),
  );
}

/** Connects as the plugin elsa does, and says whether the connection is encrypted. */
async function isEncrypted(
  variables: Record<string, string>,
): Promise<boolean> {
  const rootLifecycle = mockServices.rootLifecycle.mock();
  const database = DatabaseManager.fromConfig(await readProduction(variables), {
    rootLifecycle,
  }).forPlugin('elsa', {
    logger: mockServices.logger.mock(),
    lifecycle: mockServices.lifecycle.mock(),
  });
  const stop = () =>
    Promise.all(
      rootLifecycle.addShutdownHook.mock.calls.map(([hook]) => hook()),
    );
  try {
    const knex = await database.getClient();
    const { rows } = await knex.raw(
      'SELECT ssl FROM pg_stat_ssl WHERE pid = pg_backend_pid()',
    );
    await knex.destroy();
    return rows[0].ssl;
  } finally {
    await stop();
  }
}

const EVERYBODY = 'host all all all trust\n';
const ENCRYPTED_ONLY = 'hostssl all all all trust\n';

describeWithPostgres('the production database over TLS', () => {
  const server = new TlsPostgres();
  let port: number;

  beforeAll(() => {
    // Knex writes there what we are told as an error too.
    jest.spyOn(console, 'log').mockImplementation();
    server.prepare();
  });
  afterAll(async () => {
    jest.restoreAllMocks();
    await server.stop();
    rmSync(server.folder, { recursive: true, force: true });
  });

  describe('of a server that takes encrypted connections only', () => {
    beforeAll(async () => {
      port = await server.start(
        [
          'ssl=on',
          `ssl_cert_file=${server.file('server.pem')}`,
          `ssl_key_file=${server.file('server.key')}`,
        ],
        ENCRYPTED_ONLY,
      );
    });

    const variables = (own: Record<string, string>) => ({
      POSTGRES_HOST: 'localhost',
      POSTGRES_PORT: String(port),
      ...own,
    });

    it('should be encrypted and verified with the authority of a file', async () => {
      await expect(
        isEncrypted(
          variables({
            POSTGRES_TLS: 'own-ca',
            POSTGRES_CA_FILE: server.file('own.pem'),
          }),
        ),
      ).resolves.toBe(true);
    });

    it('should refuse a certificate of another authority', async () => {
      await expect(
        isEncrypted(
          variables({
            POSTGRES_TLS: 'own-ca',
            POSTGRES_CA_FILE: server.file('other.pem'),
          }),
        ),
      ).rejects.toThrow(/unable to verify|self-signed|unable to get/);
    });

    it('should refuse a certificate for another host name', async () => {
      await expect(
        isEncrypted(
          variables({
            POSTGRES_HOST: '127.0.0.1',
            POSTGRES_TLS: 'own-ca',
            POSTGRES_CA_FILE: server.file('own.pem'),
          }),
        ),
      ).rejects.toThrow("IP: 127.0.0.1 is not in the cert's list");
    });

    it('should refuse an authority that nobody knows unless told otherwise', async () => {
      await expect(isEncrypted(variables({}))).rejects.toThrow(
        /unable to verify|self-signed|unable to get/,
      );
    });

    it('should be told by the server that it takes no plain text', async () => {
      await expect(
        isEncrypted(variables({ POSTGRES_TLS: 'off' })),
      ).rejects.toThrow('no encryption');
    });

    it('should name the file that is not there', async () => {
      await expect(
        isEncrypted(
          variables({
            POSTGRES_TLS: 'own-ca',
            POSTGRES_CA_FILE: '/nowhere/ca.pem',
          }),
        ),
      ).rejects.toThrow('/nowhere/ca.pem');
    });
  });

  it.each(['verify-full', 'OFF', 'no', 'false'])(
    'should not take %s for plain text',
    async word => {
      await expect(
        isEncrypted({
          POSTGRES_HOST: 'localhost',
          POSTGRES_PORT: String(port),
          POSTGRES_TLS: word,
        }),
      ).rejects.toThrow(
        `value at '${word}' in included file app-config.postgres-tls.yaml is not an object`,
      );
    },
  );

  describe('of a server that encrypts nothing', () => {
    beforeAll(async () => {
      port = await server.start(['ssl=off'], EVERYBODY);
    });

    it.each(['public-ca', 'own-ca'])(
      'should be refused with %s',
      async choice => {
        await expect(
          isEncrypted({
            POSTGRES_HOST: 'localhost',
            POSTGRES_PORT: String(port),
            POSTGRES_TLS: choice,
            POSTGRES_CA_FILE: server.file('own.pem'),
          }),
        ).rejects.toThrow('The server does not support SSL connections');
      },
    );

    it('should be plain text where that was asked for', async () => {
      await expect(
        isEncrypted({
          POSTGRES_HOST: 'localhost',
          POSTGRES_PORT: String(port),
          POSTGRES_TLS: 'off',
        }),
      ).resolves.toBe(false);
    });
  });
});
