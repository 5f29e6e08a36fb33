import { spawn, spawnSync } from 'node:child_process';
import { chownSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { freePort } from './freePorts.cjs';
import { UserError } from './messages.mjs';

const USER = 'postgres';

function userId(flag) {
  const { status, stdout } = spawnSync('id', [flag, USER], {
    encoding: 'utf8',
  });
  if (status !== 0) {
    throw new UserError(
      'PostgreSQL does not run as root and there is no user postgres.',
      'Install the Debian package postgresql, which makes that user, or do not run as root.',
    );
  }
  return Number(stdout);
}

/**
 * Starts a PostgreSQL of its own on a free port, with its data in a temporary
 * folder.
 *
 * @param {string} program path of `postgres`
 * @returns {Promise<{connectionString: string, stop: () => Promise<void>}>}
 */
export async function startPostgres(program) {
  const folder = mkdtempSync(join(tmpdir(), 'elsa-portal-postgres-'));
  const identity =
    process.getuid?.() === 0 ? { uid: userId('-u'), gid: userId('-g') } : {};
  if (identity.uid !== undefined) chownSync(folder, identity.uid, identity.gid);
  const options = { ...identity, cwd: folder, encoding: 'utf8' };
  const initdb = spawnSync(
    join(dirname(program), 'initdb'),
    [
      '-D',
      join(folder, 'data'),
      '-U',
      USER,
      '-A',
      'trust',
      '-E',
      'UTF8',
      '--no-sync',
    ],
    options,
  );
  if (initdb.status !== 0) {
    throw new UserError(
      `initdb failed: ${initdb.stderr || initdb.error?.message}`,
      'Check the PostgreSQL installation.',
    );
  }
  const port = await freePort();
  const child = spawn(
    program,
    [
      ...['-D', join(folder, 'data'), '-k', folder, '-p', String(port)],
      ...['-h', '127.0.0.1', '-F', '-c', 'max_connections=300'],
    ],
    { ...identity, cwd: folder, stdio: ['ignore', 'ignore', 'pipe'] },
  );
  let log = '';
  const ended = new Promise(resolve => child.once('close', resolve));
  await new Promise((resolve, reject) => {
    child.stderr.on('data', chunk => {
      log = (log + chunk).slice(-4000);
      if (log.includes('ready to accept connections')) resolve();
    });
    ended.then(() => reject(new Error(`PostgreSQL ended:\n${log}`)));
  });
  return {
    connectionString: `postgresql://${USER}@127.0.0.1:${port}/postgres`,
    async stop() {
      child.kill('SIGINT');
      await ended;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
