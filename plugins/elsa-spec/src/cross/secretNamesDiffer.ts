import type { Rule } from '../sections/Rule';
import {
  requiredSecretKeys,
  type SecretSections,
} from '../sections/secrets/requiredSecrets';
import type { SecretComponent } from '../sections/resolved';

/** One Secret per component: a pod must not see the credentials of another. */
export const secretNamesDiffer: Rule<SecretSections | 'secrets'> = (
  spec,
  profiles,
) => {
  const needed = requiredSecretKeys(spec, profiles);
  const names = Object.entries(spec.secrets.names).filter(
    ([component]) => needed[component as SecretComponent] !== undefined,
  );
  return names.map(
    ([component, name], index) =>
      names.findIndex(([, other]) => other === name) < index && {
        path: `secrets.names.${component}`,
        value: name,
        message: 'Another component uses this Secret.',
        remedy: 'Give each component its own Secret.',
      },
  );
};
