import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { reservePorts } from '../../scripts/lib/freePorts.cjs';
import { Project, type Running } from './lib/project';

/** Programs of a start, each of them a stand-in that serves a port. */
const SERVER = `
  require('node:http')
    .createServer((_request, response) => response.end('ok'))
    .listen(Number(process.env.TEST_PORT));
`;

/** What runs on this machine; a small one may lack `ps`. */
function commandLines(): string[] {
  if (!existsSync('/proc/self/cmdline')) {
    return execFileSync('ps', ['-eo', 'args='], { encoding: 'utf8' }).split(
      '\n',
    );
  }
  return readdirSync('/proc')
    .filter(name => /^\d+$/.test(name))
    .map(pid => {
      try {
        return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replace(/\0/g, ' ');
      } catch {
        // It ended while we looked.
        return '';
      }
    });
}

describe('npm start', () => {
  let project: Project;
  let ports: { frontend: number; backend: number; sandbox: number };
  let release: () => Promise<void>;
  let running: Running | undefined;

  beforeEach(async () => {
    project = new Project();
    project.install();
    const reserved = await reservePorts(8);
    release = reserved.release;
    ports = {
      frontend: reserved.first,
      backend: reserved.first + 1,
      sandbox: reserved.first + 2,
    };
    project.write(
      'node_modules/@rspack/core/index.js',
      'module.exports = { rspack: () => {} };',
    );
    for (const name of ['app', 'backend']) {
      project.write(`packages/${name}/package.json`, '{}');
    }
    cli();
    sandbox();
  });
  afterEach(async () => {
    running?.child.kill('SIGINT');
    await running?.ended;
    running = undefined;
    project.remove();
    await release();
    expect(left()).toEqual([]);
  });

  /** backstage-cli: serves what it is asked to, or does what a test says. */
  function cli({ backend = SERVER, frontend = SERVER } = {}) {
    project.write(
      'node_modules/@backstage/cli/bin/backstage-cli',
      `
        const isBackend = process.cwd().endsWith('backend');
        process.env.TEST_PORT = isBackend ? process.env.ELSA_PORTAL_PORT : process.env.ELSA_APP_PORT;
        if (isBackend) { ${backend} } else { ${frontend} }
      `,
    );
  }

  function sandbox(script = "console.log('Git: there\\nSandbox is ready');") {
    project.write('node_modules/@backstage/cli/config/nodeTransform.cjs', '');
    project.write(
      'packages/sandbox/src/cli.ts',
      `${script}\nsetInterval(() => {}, 1000);`,
    );
  }

  const tools = {
    HELM4: '/bin/true',
    PROMETHEUS: '/bin/true',
    PROMTOOL: '/bin/true',
    ALERTMANAGER: '/bin/true',
  };

  /** What tells the ports of this test to the scripts. */
  const chosen = () => ({
    ELSA_APP_PORT: String(ports.frontend),
    ELSA_PORTAL_PORT: String(ports.backend),
    SANDBOX_PORT_BASE: String(ports.sandbox),
  });

  function start(env: Record<string, string> = tools) {
    running = project.start('start.mjs', [], { env: { ...chosen(), ...env } });
    return running;
  }

  /** Processes that run something of this project. */
  function left(): string[] {
    return commandLines().filter(line => line.includes(project.root));
  }

  it('should say where the portal is when everything answers', async () => {
    const portal = start();
    await portal.prints(`Ready: http://localhost:${ports.frontend}`);
    expect(portal.output).toContain('Sandbox: Git: there');
    expect(portal.output).toContain('Backend answers');
    expect(portal.output).toContain('Frontend answers');
  });

  it('should keep what was compiled for the next start, but not on CI', async () => {
    cli({
      frontend: `
        console.error(JSON.stringify({ seen: [
          process.execArgv.some(option => option.endsWith('bundlerCache.cjs')),
          process.env.NODE_COMPILE_CACHE ?? null,
        ] }));
        ${SERVER}
      `,
    });
    const seen = async (env: Record<string, string>) => {
      const portal = start({ ...tools, ...env, ELSA_VERBOSE: '1' });
      await portal.prints('Ready: ');
      const [, json] = /\[frontend\] (\{"seen".*)/.exec(portal.output) ?? [];
      portal.child.kill('SIGINT');
      await portal.ended;
      return JSON.parse(json).seen;
    };
    expect(await seen({})).toEqual([
      true,
      join(project.root, '.cache', 'node'),
    ]);
    expect(await seen({ CI: 'true' })).toEqual([false, null]);
    // Tests keep no bundle: theirs is for ports that never come again.
    expect(await seen({ ELSA_BUNDLER_CACHE: 'off' })).toEqual([
      false,
      join(project.root, '.cache', 'node'),
    ]);
  });

  it.each(['SIGINT', 'SIGTERM', 'SIGHUP'] as const)(
    'should leave no process behind at %s, also none that does not want to end',
    async signal => {
      cli({
        backend: `
          require('node:child_process').spawn(process.execPath, ['-e',
            'process.on("SIGTERM", () => {}); setInterval(() => {}, 1000); "${join(project.root, 'grandchild')}"'
          ], { stdio: 'inherit' });
          ${SERVER}
        `,
      });
      const portal = start();
      await portal.prints('Ready: ');
      expect(left().length).toBeGreaterThanOrEqual(5);
      portal.child.kill(signal);
      expect((await portal.ended).code).toBe(0);
      expect(left()).toEqual([]);
    },
  );

  it('should name the ports that are in use', async () => {
    const other = createServer().listen(ports.backend);
    try {
      const { code, output } = await start().ended;
      expect(code).toBe(1);
      expect(output).toContain(
        `Error: In use already: port ${ports.backend} (backend).`,
      );
      expect(output).toContain('Stop what uses the port and try again');
      expect(output).toContain('ELSA_PORTAL_PORT');
    } finally {
      other.close();
    }
  });

  it('should tell the backend and the app the address of everything', async () => {
    const variables = [
      ...['ELSA_APP_PORT', 'ELSA_PORTAL_PORT', 'SANDBOX_PORT_BASE'],
      ...['SANDBOX_PRODUCTION_EU_PORT', 'SANDBOX_STAGING_EU_PORT'],
      ...['SANDBOX_GIT_PORT', 'SANDBOX_PROMETHEUS_PORT'],
      'SANDBOX_ALERTMANAGER_PORT',
    ];
    const tell = `
      console.error(JSON.stringify({ seen: ${JSON.stringify(variables)}.map(
        name => Number(process.env[name])) }));
      ${SERVER}
    `;
    cli({ backend: tell, frontend: tell });
    const first = ports.frontend;
    const portal = start({ ...tools, ELSA_VERBOSE: '1' });
    await portal.prints('Ready: ');
    const expected = variables.map((_variable, at) => first + at);
    for (const name of ['backend', 'frontend']) {
      const [, seen] =
        new RegExp(`\\[${name}\\] (\\{"seen".*)`).exec(portal.output) ?? [];
      expect(JSON.parse(seen).seen).toEqual(expected);
    }
  });

  it.each(['ELSA_APP_PORT', 'ELSA_PORTAL_PORT', 'SANDBOX_PORT_BASE'])(
    'should name %s when it is no port',
    async variable => {
      const { code, output } = await start({ ...tools, [variable]: '70k0' })
        .ended;
      expect(code).toBe(1);
      expect(output).toContain(
        `Error: ${variable} is "70k0", which is not a port.`,
      );
    },
  );

  it.each([
    [
      'frontend',
      { frontend: 'console.error("no such module"); process.exit(3);' },
    ],
    [
      'backend',
      { backend: 'console.error("no such module"); process.exit(3);' },
    ],
  ])(
    'should stop everything and give the last words of a %s that ends',
    async (name, scripts) => {
      cli(scripts);
      const { code, output } = await start().ended;
      expect(code).toBe(1);
      expect(output).toContain(
        `Error: The ${name} ended: exit code 3. Its last words:\n    no such module`,
      );
      expect(left()).toEqual([]);
    },
  );

  it('should stop everything when the sandbox ends', async () => {
    sandbox("console.error('git was not found'); process.exit(1);");
    const { code, output } = await start().ended;
    expect(code).toBe(1);
    expect(output).toContain(
      'Error: The sandbox ended: exit code 1. Its last words:\n    git was not found',
    );
    expect(left()).toEqual([]);
  });

  it('should not wait for a backend that ended while backstage-cli goes on', async () => {
    cli({
      backend: `
        const hook = process.argv[process.argv.indexOf('--require') + 1];
        require('node:child_process').spawn(process.execPath, ['--require', hook, '-e',
          'console.error("Invalid config"); process.exit(1)'], { stdio: 'inherit' });
        setInterval(() => {}, 1000);
      `,
    });
    const { code, output } = await start().ended;
    expect(code).toBe(1);
    expect(output).toContain('Error: The backend ended: exit code 1.');
    expect(output).toContain('Invalid config');
    expect(left()).toEqual([]);
  });

  it('should go on when the backend ends after an edit', async () => {
    cli({
      backend: `
        ${SERVER}
        setTimeout(() => console.error('elsa-portal: backend ended with code 1'), 3000);
      `,
    });
    const portal = start();
    await portal.prints('Ready: ');
    await portal.prints(
      'The backend ended with code 1; it starts again when one of its files changes.',
    );
    expect(portal.child.exitCode).toBeNull();
  });

  it.each([
    ['nothing', tools, [undefined, undefined]],
    ['Alertmanager', { ...tools, ALERTMANAGER: '/nowhere' }, [undefined, '[]']],
    ['Prometheus', { ...tools, PROMETHEUS: '/nowhere' }, ['[]', '[]']],
  ])(
    'should not configure what is not there: %s',
    async (_missing, env, expected) => {
      cli({
        backend: `
          console.error(JSON.stringify({ seen: [
            process.env.APP_CONFIG_elsa_prometheus ?? null,
            process.env.APP_CONFIG_elsa_alertmanager ?? null,
          ] }));
          ${SERVER}
        `,
      });
      const portal = start({ ...env, ELSA_VERBOSE: '1' });
      await portal.prints('Ready: ');
      const [, seen] = /\[backend\] (\{"seen".*)/.exec(portal.output) ?? [];
      expect(JSON.parse(seen).seen).toEqual(
        expected.map(value => value ?? null),
      );
    },
  );

  it('should refuse a production start without a build', async () => {
    const { code, output } = await project.run('start-production.mjs');
    expect(code).toBe(1);
    expect(output).toContain('There is no production build.');
    expect(output).toContain('Run `npm run build` first.');
  });
});
