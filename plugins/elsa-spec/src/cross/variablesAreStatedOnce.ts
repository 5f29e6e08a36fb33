import type { Rule } from '../sections/Rule';
import type { EnvironmentSpecIssue } from '../issues/errors';
import { WORKLOADS } from '../sections/workloads';

/** .NET reads variables without regard to case: two spellings are one setting. */
export const variablesAreStatedOnce: Rule<'server' | 'studio' | 'host'> = (
  spec,
  { host: profile },
) => {
  const { connectionStrings, additionalSecrets, ...keys } =
    profile.server.environment;
  const own = new Set(
    [
      ...Object.values(keys),
      ...Object.values(connectionStrings),
      ...Object.keys(additionalSecrets ?? {}),
      ...Object.values(spec.host.environmentKeys ?? {}),
      'HOME',
    ].map(key => String(key).toLowerCase()),
  );
  const studioOwn = new Set([profile.studio.apiUrlKey.toLowerCase(), 'home']);
  return WORKLOADS.flatMap(part => {
    const names = spec[part].env.map(variable => variable.name.toLowerCase());
    return spec[part].env.flatMap(
      (variable, index): Array<EnvironmentSpecIssue | false> => [
        (part === 'server' ? own : studioOwn).has(names[index]) && {
          path: `${part}.env[${index}].name`,
          value: variable.name,
          message: 'The template sets this variable itself.',
          remedy: 'Remove it, and use the spec field for this setting.',
        },
        names.indexOf(names[index]) < index && {
          path: `${part}.env[${index}].name`,
          value: variable.name,
          message: 'The variable is set twice (names are case-insensitive).',
          remedy: 'Set it once.',
        },
      ],
    );
  });
};
