import { UserError } from './messages.mjs';

/** What the sandbox serves, in the order of its ports: see packages/sandbox/src/config.ts. */
const SANDBOX = [
  { name: 'sandbox control', variable: 'SANDBOX_PORT_BASE' },
  {
    name: 'sandbox cluster production-eu',
    variable: 'SANDBOX_PRODUCTION_EU_PORT',
  },
  { name: 'sandbox cluster staging-eu', variable: 'SANDBOX_STAGING_EU_PORT' },
  { name: 'sandbox Git', variable: 'SANDBOX_GIT_PORT' },
  { name: 'sandbox Prometheus', variable: 'SANDBOX_PROMETHEUS_PORT' },
  { name: 'sandbox Alertmanager', variable: 'SANDBOX_ALERTMANAGER_PORT' },
];

/** How many ports in a row hold app, portal and sandbox. */
export const PORT_COUNT = 2 + SANDBOX.length;

function read(environment, variable, fallback, last = 65_535) {
  const text = environment[variable] || String(fallback);
  const port = Number(text);
  if (!/^\d+$/.test(text) || port < 1 || port > last) {
    throw new UserError(
      `${variable} is ${JSON.stringify(text)}, which is not a port.`,
      `Use a whole number from 1 to ${last}.`,
    );
  }
  return port;
}

function portsOf(frontend, backend, base) {
  return {
    frontend,
    backend,
    sandbox: Object.fromEntries(
      SANDBOX.map(({ name }, at) => [name, base + at]),
    ),
  };
}

/**
 * Ports of everything that `npm start` runs, from the variables that the
 * README names.
 *
 * @param {Record<string, string | undefined>} [environment]
 */
export function readPorts(environment = process.env) {
  return portsOf(
    read(environment, 'ELSA_APP_PORT', 3000),
    read(environment, 'ELSA_PORTAL_PORT', 7007),
    read(environment, 'SANDBOX_PORT_BASE', 7100, 65_535 - SANDBOX.length + 1),
  );
}

/** Ports of everything that `npm start` runs, in a row. */
export function portsFrom(first) {
  return portsOf(first, first + 1, first + 2);
}

/** What tells ports to the scripts, to app-config.yaml and to the sandbox. */
export function portVariables({ frontend, backend, sandbox }) {
  return {
    ELSA_APP_PORT: String(frontend),
    ELSA_PORTAL_PORT: String(backend),
    ...Object.fromEntries(
      SANDBOX.map(({ name, variable }) => [variable, String(sandbox[name])]),
    ),
  };
}
