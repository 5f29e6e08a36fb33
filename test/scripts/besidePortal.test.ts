import { readdirSync, readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:net';
import { join } from 'node:path';
import { freePort, reservePorts } from '../../scripts/lib/freePorts.cjs';
import { Project } from './lib/project';

const root = join(__dirname, '..', '..');

/** What `npm start` takes, and what is near it. */
const USUAL = [3000, 7007, ...Array.from({ length: 11 }, (_, at) => 7100 + at)];

const PORT_VARIABLES = [
  ...['ELSA_APP_PORT', 'ELSA_PORTAL_PORT', 'SANDBOX_PORT_BASE'],
  ...['SANDBOX_PRODUCTION_EU_PORT', 'SANDBOX_STAGING_EU_PORT'],
  ...['SANDBOX_GIT_PORT', 'SANDBOX_PROMETHEUS_PORT'],
  'SANDBOX_ALERTMANAGER_PORT',
];

/** Listens for as long as the tests run; who has the port already does as well. */
function occupy(port: number, host: string): Promise<Server | undefined> {
  return new Promise(resolve => {
    const server = createServer();
    server.once('error', () => resolve(undefined));
    server.listen(port, host, () => resolve(server));
  });
}

/** In place of Playwright: tells its ports, and whether all can be had. */
const TELL_PORTS = `
  const { createServer } = require('node:net');
  const ports = ${JSON.stringify(PORT_VARIABLES)}.map(name => Number(process.env[name]));
  const listen = port => new Promise((resolve, reject) =>
    createServer().once('error', reject).listen(port, resolve));
  Promise.all(ports.map(listen)).then(
    () => end(1), error => { console.log(String(error)); end(0); });
`;

/** In place of Playwright: starts the portal as its global setup does. */
const START_PORTAL = `
  const ports = ${JSON.stringify(PORT_VARIABLES)}.map(name => Number(process.env[name]));
  const child = require('node:child_process').spawn(
    process.execPath, ['scripts/start.mjs'], { stdio: ['ignore', 'pipe', 'inherit'] });
  let output = '';
  child.stdout.on('data', chunk => {
    output += chunk;
    if (output.includes('Ready: ')) child.kill('SIGINT');
  });
  child.once('exit', () => {
    console.log(output);
    end(output.includes('Ready: ') ? 1 : 0);
  });
`;

const END = `
  function end(passed) {
    console.log(JSON.stringify({ ports }));
    require('node:fs').writeFileSync(process.env.PLAYWRIGHT_JSON_OUTPUT_NAME, JSON.stringify({
      stats: { expected: passed, unexpected: 1 - passed, flaky: 0, skipped: 0 } }));
    process.exit(1 - passed);
  }
`;

const SERVE = `require('node:http').createServer((request, response) => response.end('{}'))
  .listen(Number(process.cwd().endsWith('backend') ? process.env.ELSA_PORTAL_PORT : process.env.ELSA_APP_PORT));`;

describe('beside a portal on the usual ports', () => {
  let servers: Array<Server | undefined>;
  beforeAll(async () => {
    servers = await Promise.all(
      USUAL.flatMap(port => [occupy(port, '127.0.0.1'), occupy(port, '::')]),
    );
  });
  afterAll(() => servers.forEach(server => server?.close()));

  it.each([
    ['start', START_PORTAL],
    ['e2e', TELL_PORTS],
  ])('the suite %s should find ports of its own', async (suite, program) => {
    const project = new Project();
    try {
      project.install();
      for (const [path, content] of [
        [
          'node_modules/@playwright/test/package.json',
          '{ "name": "@playwright/test", "bin": { "playwright": "main.js" } }',
        ],
        ['node_modules/@playwright/test/main.js', `${END}${program}`],
        [
          'node_modules/@rspack/core/index.js',
          'module.exports = { rspack: () => {} };',
        ],
        ['node_modules/@backstage/cli/config/nodeTransform.cjs', ''],
        ['node_modules/@backstage/cli/bin/backstage-cli', SERVE],
        ['packages/app/package.json', '{}'],
        ['packages/backend/package.json', '{}'],
        [
          'packages/sandbox/src/cli.ts',
          "console.log('Sandbox is ready'); setInterval(() => {}, 1000);",
        ],
      ]) {
        project.write(path, content);
      }
      const { code, output } = await project.run(
        'test.mjs',
        ['--only', suite],
        {
          env: Object.fromEntries(
            [
              ...['HELM4', 'PROMETHEUS', 'PROMTOOL', 'CHROMIUM'],
              'ALERTMANAGER',
            ].map(name => [name, '/bin/true']),
          ),
        },
      );
      expect({ code, output }).toMatchObject({ code: 0 });
      const [, json] = /^(\{"ports":.*\})$/m.exec(output) ?? [];
      const { ports }: { ports: number[] } = JSON.parse(json);
      expect(ports).toHaveLength(PORT_VARIABLES.length);
      expect(ports.filter(port => USUAL.includes(port))).toEqual([]);
      expect(new Set(ports).size).toBe(ports.length);
    } finally {
      project.remove();
    }
  });

  it('the other tests should be given other ports', async () => {
    const reserved = await Promise.all(
      Array.from({ length: 20 }, () => reservePorts(8)),
    );
    const ports = [
      ...reserved.flatMap(({ first }) => [first, first + 7]),
      ...(await Promise.all(Array.from({ length: 20 }, freePort))),
    ];
    await Promise.all(reserved.map(({ release }) => release()));
    expect(ports.filter(port => USUAL.includes(port))).toEqual([]);
  });

  it('the browser tests should know addresses by their variables alone', async () => {
    const { first, release } = await reservePorts(PORT_VARIABLES.length);
    const before = { ...process.env };
    PORT_VARIABLES.forEach((name, at) => {
      process.env[name] = String(first + at);
    });
    const addresses: Record<string, string> =
      await import('../e2e/lib/addresses');
    process.env = before;
    await release();
    const ports = Object.values(addresses).map(url =>
      Number(new URL(url).port),
    );
    expect(ports).toEqual([first, first + 1, first + 2, first + 5]);
  });

  it('no test should hold a port as a figure', () => {
    const folders = ['e2e', 'scripts', 'cluster', 'packages', 'conformance'];
    const files = folders.flatMap(folder =>
      readdirSync(join(root, 'test', folder), { recursive: true })
        .map(name => join('test', folder, String(name)))
        .filter(name => /\.(ts|mjs|cjs)$/.test(name)),
    );
    expect(files.length).toBeGreaterThan(50);
    const fixed = files.flatMap(file =>
      readFileSync(join(root, file), 'utf8')
        .split('\n')
        .filter(line =>
          /(localhost|127\.0\.0\.1|\[::1?\]):[1-9]\d|listen\([1-9]/.test(line),
        )
        .map(line => `${file}: ${line.trim()}`),
    );
    expect(fixed).toEqual([]);
  });
});
