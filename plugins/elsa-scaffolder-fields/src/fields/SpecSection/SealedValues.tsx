import {
  type Environment,
  requiredSecretKeys,
  type ResolvedEnvironmentSpec,
  SECRET_COMPONENTS,
} from '@elsa-portal/backstage-plugin-elsa-spec';
import { Text, TextField } from '@backstage/ui';
import { CopyableCommand } from '@elsa-portal/backstage-plugin-elsa/shared';
import { useScaffolderTexts } from '../../utils/useScaffolderTexts';
import styles from './SpecSection.module.css';

/** Sealed values by component and key. */
export type SealedAnswers = NonNullable<
  ResolvedEnvironmentSpec['secrets']['sealed']
>;

/** One field for each sealed value that the pods need, with the command that makes them. */
export function SealedValues(props: {
  environment: Environment;
  sealed: SealedAnswers | undefined;
  onChange: (sealed: SealedAnswers | undefined) => void;
  findProblem: (component: string, key: string) => string | undefined;
  isDisabled?: boolean;
}) {
  const { environment, sealed = {}, onChange, findProblem, isDisabled } = props;
  const { spec, profiles } = environment;
  const { t } = useScaffolderTexts();
  const required = requiredSecretKeys(spec, profiles);
  const change = (
    component: (typeof SECRET_COMPONENTS)[number],
    key: string,
    value: string,
  ) => {
    const { [key]: _old, ...others } = sealed[component] ?? {};
    const keys = value.trim() ? { ...others, [key]: value.trim() } : others;
    const { [component]: _oldKeys, ...rest } = sealed;
    const next =
      Object.keys(keys).length > 0 ? { ...rest, [component]: keys } : rest;
    onChange(Object.keys(next).length > 0 ? next : undefined);
  };
  return (
    <>
      <Text as="p" weight="bold">
        {t('ask.sealed')}
      </Text>
      {SECRET_COMPONENTS.map(component => {
        const name = spec.secrets.names[component];
        return (required[component] ?? []).length > 0 ? (
          <fieldset key={component} className={styles.sealed} aria-label={name}>
            <CopyableCommand
              title={t('section.seal', { name })}
              command={`kubeseal --raw --namespace ${spec.target.namespace} --name ${name} --from-file=/dev/stdin`}
            />
            {required[component]?.map(key => (
              <TextField
                key={key}
                label={key}
                value={sealed[component]?.[key] ?? ''}
                onChange={value => change(component, key, value)}
                isRequired
                isDisabled={isDisabled}
                autoComplete="off"
                spellCheck="false"
                validationBehavior="aria"
                validate={() => findProblem(component, key) ?? null}
              />
            ))}
          </fieldset>
        ) : null;
      })}
    </>
  );
}
