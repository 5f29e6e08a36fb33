import type { Rule } from '../sections/Rule';
import type { EnvironmentSpecIssue } from '../issues/errors';
import { WORKLOADS } from '../sections/workloads';

const lower = (name: string) => name.toLowerCase();

/**
 * The setting that .NET takes a variable for. Names are read without regard to
 * case, `__` is `:`, and `<kind>CONNSTR_<name>` is a connection string.
 *
 * @see https://learn.microsoft.com/aspnet/core/fundamentals/configuration/
 */
const settingOf = (variable: string) =>
  lower(variable)
    .replace(/__/g, ':')
    .replace(/^[a-z]+connstr_/, 'connectionstrings:');

/** Settings of the host, which the program reads as well. */
const withoutHostPrefix = (setting: string) =>
  setting.replace(/^(?:aspnetcore|dotnet)_/, '');

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
    ].map(key => settingOf(String(key))),
  );
  const studioOwn = new Set([settingOf(profile.studio.apiUrlKey)]);
  return WORKLOADS.flatMap(part => {
    const names = spec[part].env.map(({ name }) => settingOf(name));
    const settings = part === 'server' ? own : studioOwn;
    return spec[part].env.flatMap(
      (variable, index): Array<EnvironmentSpecIssue | false> => [
        (settings.has(withoutHostPrefix(names[index])) ||
          names[index] === 'home') && {
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
