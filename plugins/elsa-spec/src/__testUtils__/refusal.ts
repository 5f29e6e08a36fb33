import { checkEnvironmentSpec } from '../environment/resolve';

/**
 * A spec that must be refused: a valid one with a change. `path` is the field
 * that the message names, `value` what it repeats of it, `remedy` a part of what
 * it advises.
 */
export interface Refusal {
  title: string;
  change: Record<string, unknown>;
  path: string;
  value?: unknown;
  remedy: RegExp;
}

const valid = {
  metadata: { name: 'payments-production' },
  owner: 'group:default/payments',
  preset: 'production',
  target: { cluster: 'production-eu' },
  exposure: { host: 'elsa.example.com' },
};

export const digest = `sha256:${'a'.repeat(64)}`;

export const ownHost = {
  profile: 'clustered',
  server: { repository: 'ghcr.io/acme/elsa-host', tag: '1.4.0' },
};

export const env = (name: string, value: string) => ({
  server: { env: [{ name, value }] },
});

export const hosts = (server: string, studio = 'elsa.example.com') => ({
  exposure: { hosts: { server, studio } },
});

export const slo = (fields: Record<string, unknown>) => ({
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

export const LINE = /one line/;
export const SECRET = /secret/i;
export const HIDDEN = '(hidden)';

export const issuesOf = ({ change }: Refusal) =>
  checkEnvironmentSpec({ ...valid, ...change }).issues;

export const expectedIssue = ({ path, value, remedy }: Refusal) => ({
  path,
  value,
  message: expect.stringMatching(/./),
  remedy: expect.stringMatching(remedy),
});
