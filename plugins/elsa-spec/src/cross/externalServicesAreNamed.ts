import type { Rule } from '../sections/Rule';

const EXTERNAL = ['database', 'redis', 'rabbitmq'] as const;

export const externalServicesAreNamed: Rule<
  'database' | 'redis' | 'rabbitmq'
> = (spec, profiles) =>
  EXTERNAL.flatMap(part => {
    const { mode, external } = spec[part];
    const { isOwn } = profiles[part];
    const isUsed = part === 'database' || spec[part].enabled;
    return [
      isUsed &&
        !isOwn &&
        external === undefined && {
          path: `${part}.external.host`,
          message: `${part}.mode is external, but no server is set.`,
          remedy: `Set ${part}.external.host.`,
        },
      isOwn &&
        external !== undefined && {
          path: `${part}.external`,
          message: `A server is set, but ${part}.mode is ${mode}.`,
          remedy: `Set ${part}.mode: external, or remove ${part}.external.`,
        },
    ];
  });
