import type { FieldExtensionComponentProps } from '@backstage/plugin-scaffolder-react';
import {
  type ChoiceText,
  environmentSpecFromValues,
  listQuestions,
  type PlannedFile,
  planFiles,
  QUESTION_SECTIONS,
  type QuestionText,
  readCreationValues,
  type Environment,
  sumRequestedResources,
} from '@elsa-portal/backstage-plugin-elsa-spec';
import { Flex, Text } from '@backstage/ui';
import { useFormat } from '@elsa-portal/backstage-plugin-elsa/shared';
import { IssueList } from '../IssueList';
import { describeAnswer } from '../SpecSection';
import {
  checkForm,
  type FormValues,
  readFormValues,
} from '../../utils/draftSpec';
import { useScaffolderTexts } from '../../utils/useScaffolderTexts';
import styles from './Review.module.css';

function Facts(props: { environment: Environment }) {
  const { spec } = props.environment;
  const { t } = useScaffolderTexts();
  const format = useFormat();
  const { total } = sumRequestedResources(props.environment);
  const { server, studio } = spec.exposure.hosts;
  const { url } = spec.delivery.repository;
  return (
    <ul className={styles.facts}>
      <li>
        {t('review.target', {
          namespace: spec.target.namespace,
          cluster: spec.target.cluster,
        })}
      </li>
      <li>{t('review.owner', { owner: spec.owner })}</li>
      {server && <li>{t('review.server', { host: server })}</li>}
      {studio && <li>{t('review.studio', { host: studio })}</li>}
      <li>
        {t('review.requests', {
          cpu: format.number(total.cpuCores, 3),
          memory: format.bytes(total.memoryBytes),
          storage: format.bytes(total.storageBytes),
        })}
      </li>
      {url && <li>{t('review.repository', { url })}</li>}
      <li>{t('review.secrets')}</li>
    </ul>
  );
}

function Files(props: { files: PlannedFile[] }) {
  const { t } = useScaffolderTexts();
  return (
    <section aria-labelledby="elsa-review-files">
      <Text as="h4" weight="bold" id="elsa-review-files">
        {t('review.files', { count: props.files.length })}
      </Text>
      <ul className={styles.files}>
        {props.files.map(file => (
          <li key={file.path}>
            <code>{file.path}</code>
            <span>{t(`files.${file.purpose}`)}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** What holds for each part of the spec, answered or not. */
function Choices(props: { values: FormValues }) {
  const { t } = useScaffolderTexts();
  const stated = environmentSpecFromValues(props.values);
  const rows = QUESTION_SECTIONS.flatMap(section => {
    const [first] = listQuestions<QuestionText, ChoiceText>(section, stated);
    return first ? [{ id: section.id, text: describeAnswer(first, t) }] : [];
  });
  return (
    <section aria-labelledby="elsa-review-choices">
      <Text as="h4" weight="bold" id="elsa-review-choices">
        {t('review.choices')}
      </Text>
      <dl className={styles.choices}>
        {rows.map(({ id, text }) => (
          <div key={id}>
            <dt>{t(`section.${id}`)}</dt>
            <dd>{text}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

/** What the form's answers will create, worked out in the browser. */
export function Review(props: FieldExtensionComponentProps<boolean>) {
  const { t } = useScaffolderTexts();
  const values = readFormValues(props.formContext);
  const { environment, issues } = checkForm(values);
  const { ignored } = readCreationValues(values);
  if (!environment) {
    return (
      <IssueList
        title={t('review.issues', { count: issues.length })}
        issues={issues}
      />
    );
  }
  return (
    <Flex direction="column" gap="4">
      <Text as="h3" variant="title-small">
        {props.schema.title ?? t('review.title')}
      </Text>
      <div role="status">{t('review.valid')}</div>
      <Facts environment={environment} />
      {ignored.length > 0 && (
        <Text as="p">
          {t('review.ignored', { fields: ignored.join(', ') })}
        </Text>
      )}
      <Choices values={values} />
      <Files files={planFiles(environment.spec)} />
    </Flex>
  );
}
