import type { Rule } from '../sections/Rule';
import {
  requiredSecretKeys,
  type SecretSections,
} from '../sections/secrets/requiredSecrets';
import type { SecretComponent } from '../sections/resolved';

/** A workload whose key is missing does not start. */
export const sealedValuesAreWhole: Rule<
  SecretSections | 'secrets' | 'target'
> = (spec, profiles) =>
  spec.secrets.kind !== 'sealed-secrets'
    ? []
    : Object.entries(requiredSecretKeys(spec, profiles)).flatMap(
        ([component, keys]) =>
          keys.map(
            key =>
              spec.secrets.sealed?.[component as SecretComponent]?.[key] ===
                undefined && {
                path: `secrets.sealed.${component}[${JSON.stringify(key)}]`,
                message: `A pod needs the key ${key}.`,
                remedy: `Seal it: kubeseal --raw --namespace ${
                  spec.target.namespace
                } --name ${
                  spec.secrets.names[component as SecretComponent]
                } --from-file=/dev/stdin.`,
              },
          ),
      );
